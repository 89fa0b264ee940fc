"""Credits outside of the article: below its text, beside the element that holds it, and in the page's masthead."""

from collections.abc import Iterator
from itertools import islice

from broadsheet.ingest.web.credits.gathered import Found, all_of, by_run, is_dated, names_source, told
from broadsheet.ingest.web.credits.words import Credit
from broadsheet.ingest.web.markup.runs import Run, WebText
from broadsheet.ingest.web.metadata import Declared
from broadsheet.ingest.web.plan import Plan, ancestors
from broadsheet.lexicon.web_credits import SIGNED
from broadsheet.lexicon.web_days import DATE
from broadsheet.lexicon.web_pages import COMMENT_WORDS, COMMENTS
from broadsheet.model.page_reading import Role

_ABOVE = 6  # runs above the article
_FOOT = 3  # runs that readers see below the text


def outside(text: WebText, declared: Declared, plan: Plan, found: Found) -> dict[int, tuple[Credit, ...]]:
    """Return the credits below the article, and the day right above it, where those that are `found` lack them.

    A source below the article is another one than those that are found, or repeats one.
    """
    has_name, has_day = names_source(text, found, declared), is_dated(found)
    foot = list(islice(_foot(text, plan), _FOOT))
    wanted = {"label"} | (set() if has_day else {"day", "updated"})
    known = {credit.role for credit in all_of(found)} & {Role.BYLINE} | (
        {Role.PHOTO_CREDIT} if has_name else set()
    )
    lines = by_run(text, foot, declared)
    by_form = {n: line for n, line in lines.items() if is_dated({n: line})} if not has_day else {}
    outside = {
        n: kept
        for n, line in (told(lines, wanted) | told(by_form, {*wanted, "form"})).items()
        if line[0].role is not Role.PHOTO_CREDIT or line[0].span.start == text.runs[n].span.start
        if (kept := tuple(credit for credit in line if credit.role not in known))
    }
    signed = [n for n in foot if not has_name and SIGNED.fullmatch(text.words(text.runs[n]))]
    outside |= {n: (Credit(text.runs[n].span, Role.BYLINE, "form"),) for n in signed}
    if not has_name and not outside:
        outside |= told(by_run(text, _beside_frame(text, plan), declared), {"label", "markup"})
    over = plan.first - 1
    if over >= 0 and not has_day and DATE.fullmatch(text.words(text.runs[over])):
        outside[over] = (Credit(text.runs[over].span, Role.SOURCE_CREDIT, "day"),)
    return outside


def _foot(text: WebText, plan: Plan) -> Iterator[int]:
    """Yield the lines that readers see below the text, up to the comments."""
    for n in range(plan.last + 1, len(text.runs)):
        run = text.runs[n]
        if COMMENTS.fullmatch(text.words(run)) or is_of_readers(run):
            return
        if run.ink and not run.hidden:
            yield n


def _beside_frame(text: WebText, plan: Plan) -> list[int]:
    """Return the lines above the article that stand beside the element that holds headline and text."""
    around = text.elements[plan.frame].parent
    beside = range(max(plan.first - _ABOVE, 0), plan.first) if around is not None and around.number else ()
    return [
        n
        for n in beside
        if around is not None
        and text.holds(around.number, text.runs[n])
        and not (text.runs[n].hidden or text.runs[n].place.framed)
    ]


def is_of_readers(run: Run) -> bool:
    """Say whether a line stands in an element that readers fill."""
    return any(element.words & COMMENT_WORDS for element in ancestors(run.block))
