"""The lines of a page in which its credits stand: around the headline, alone in the text, and at the foot."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from broadsheet.ingest.web.article import Article
from broadsheet.ingest.web.credits.found import credits_of
from broadsheet.ingest.web.credits.words import Credit, left_words
from broadsheet.ingest.web.headline import bare
from broadsheet.ingest.web.markup.runs import Element, Run, WebText
from broadsheet.ingest.web.metadata import Declared
from broadsheet.ingest.web.plan import Plan, ancestors, in_figure
from broadsheet.lexicon.web_credits import BY_NAMES, DATE, LABELLED, SIGNED, WORKS_BY
from broadsheet.lexicon.web_pages import COMMENT_WORDS, COMMENTS, DECK_WORDS, FRAME_TAGS, KICKER_WORDS
from broadsheet.model.page_reading import Role

_LINE_MOST = 60  # characters of a credit line within the text
_LEFT_MOST = 12  # characters of a line of day and source that no credit holds
_ABOVE = 6  # runs above the headline
_BELOW_LEAD = 3  # runs below the first one, which may be a lead with the line of credits below it
_FOOT = 3  # runs that readers see below the text
_TITLE_LEAST = 6  # characters that a repeated headline has at least
_OPENS = re.compile(r"[（(【\[]?\s*")
_SPEAKS = re.compile(r"[（(【\[]?\s*(?:记者|文|图)\s*[：:]")  # so an interview's question opens too


def find_credits(
    text: WebText, article: Article, declared: Declared, plan: Plan
) -> dict[int, tuple[Credit, ...]]:
    """Return the credits by the index of their run."""
    found = _unrepeated(text, dict(_above_text(text, article, declared, plan)))
    found |= _amid_text(text, declared, plan, is_dated=_is_dated(found))
    return found | _outside(text, declared, plan, found)


def _above_text(
    text: WebText, article: Article, declared: Declared, plan: Plan
) -> Iterator[tuple[int, tuple[Credit, ...]]]:
    """Yield the credits in the lines around the headline."""
    for n, line in _by_run(text, _head(text, article, declared, plan), declared).items():
        is_text = text.holds(article.block, text.runs[n])
        fitting = _fitting(line, is_above=n < plan.first, is_text=is_text)
        if fitting and (not is_text or _left(text, n, fitting) <= _LEFT_MOST):
            yield n, fitting


def _amid_text(
    text: WebText, declared: Declared, plan: Plan, *, is_dated: bool
) -> dict[int, tuple[Credit, ...]]:
    """Return the credits in lines of their own between the paragraphs, and below the last one."""
    found: dict[int, tuple[Credit, ...]] = {}
    for n in range(plan.opening, plan.last + 1):
        run, is_last = text.runs[n], n > plan.closing
        others = n in plan.furniture and (not is_last or n in plan.related or _is_of_readers(run))
        is_near = is_last or n <= plan.opening + _BELOW_LEAD
        if not others and _is_credit_line(text, run, is_last=is_last, is_near=is_near):
            by = {"label", "day"} if is_near and not (is_dated or _is_dated(found)) else {"label"}
            told = _told(_by_run(text, [n], declared), by)
            found |= {n: line for n, line in told.items() if not _left(text, n, line)}
    return found


def _outside(
    text: WebText, declared: Declared, plan: Plan, found: Mapping[int, tuple[Credit, ...]]
) -> dict[int, tuple[Credit, ...]]:
    """Return the credits below the article, and the day right above it, where those that are `found` lack them."""
    is_named, is_dated = _is_named(found), _is_dated(found)
    foot = list(islice(_foot(text, plan), _FOOT))
    wanted = (set() if is_named else {"label"}) | (set() if is_dated else {"day", "updated"})
    outside = {
        n: line
        for n, line in _told(_by_run(text, foot, declared), wanted).items()
        if line[0].role is not Role.PHOTO_CREDIT or line[0].span.start == text.runs[n].span.start
    }
    signed = [n for n in foot if not is_named and SIGNED.fullmatch(text.words(text.runs[n]))]
    outside |= {n: (Credit(text.runs[n].span, Role.BYLINE, "form"),) for n in signed}
    over = plan.first - 1
    if over >= 0 and not is_dated and DATE.fullmatch(text.words(text.runs[over])):
        outside[over] = (Credit(text.runs[over].span, Role.SOURCE_CREDIT, "day"),)
    return outside


def _unrepeated(text: WebText, found: Mapping[int, tuple[Credit, ...]]) -> dict[int, tuple[Credit, ...]]:
    """Return the credits by the index of their run; a day or a source that is there already is furniture."""
    kept: dict[int, tuple[Credit, ...]] = {}
    said: set[str] = set()
    for n in sorted(found):
        line: list[Credit] = []
        for credit in found[n]:
            words = text.source.slice(credit.span)
            key = bare(LABELLED.sub("", words)) or words
            again = credit.role is Role.SOURCE_CREDIT and key in said
            line.append(credit._replace(role=Role.FURNITURE, told_by="again") if again else credit)
            said.add(key)
        kept[n] = tuple(line)
    return kept


def _foot(text: WebText, plan: Plan) -> Iterator[int]:
    """Yield the lines that readers see below the text, up to the comments."""
    for n in range(plan.last + 1, len(text.runs)):
        run = text.runs[n]
        if COMMENTS.fullmatch(text.words(run)) or _is_of_readers(run):
            return
        if run.ink and not run.hidden:
            yield n


def _is_of_readers(run: Run) -> bool:
    return any(element.words & COMMENT_WORDS for element in ancestors(run.block))


def _left(text: WebText, n: int, line: tuple[Credit, ...]) -> int:
    """Return how many characters of a line are in no credit: with many, it is a line of the text."""
    return len(left_words(text, text.runs[n], line))


def _head(text: WebText, article: Article, declared: Declared, plan: Plan) -> list[int]:
    """Return the lines around the headline that may hold credits: none that is the headline once more, or beside it."""
    around = [n for n in range(plan.first - 1, -1, -1) if text.holds(plan.frame, text.runs[n])][:_ABOVE]
    above = sorted(plan.records.union(around))
    below = range(max(article.headline, default=plan.first - 1) + 1, plan.opening)
    titles = bare(declared.titles)
    return [
        n
        for n in (*(n for n in above if n < plan.first), *below)
        if not text.runs[n].hidden
        and not text.runs[n].picture
        and not in_figure(text, plan.frame, n)
        and not _is_in_menu(text.runs[n].block, plan.frame)
        and not any(element.words & (DECK_WORDS | KICKER_WORDS) for element in text.runs[n].near)
        and not _is_title(bare(text.words(text.runs[n])), titles)
    ]


def _is_in_menu(block: Element, frame: int) -> bool:
    """Say whether a block stands in a menu or the like. The foot of an article's own head is none."""
    within = [element for element in ancestors(block) if element.number > frame]
    return any(element.name in FRAME_TAGS - {"footer"} for element in within)


def _is_title(words: str, titles: str) -> bool:
    return len(words) >= _TITLE_LEAST and words in titles


def _by_run(text: WebText, lines: Sequence[int], declared: Declared) -> dict[int, tuple[Credit, ...]]:
    """Return the credits in neighbouring lines by the line that each stands in."""
    found: dict[int, tuple[Credit, ...]] = {}
    for credit in credits_of(text, [text.runs[n] for n in lines], declared):
        n = lines[bisect_right(lines, credit.span.start, key=lambda line: text.runs[line].span.start) - 1]
        found[n] = (*found.get(n, ()), credit)
    return found


def _is_credit_line(text: WebText, run: Run, *, is_last: bool, is_near: bool) -> bool:
    """Say whether a line in the text opens with a label; a speaker's name may look like one but at the end.

    There, and near the first paragraph, a day alone is one too; near it a line of who did what is one.
    """
    words = text.words(run)
    by_names = BY_NAMES.fullmatch(words) or WORKS_BY.fullmatch(words)
    if (is_near and DATE.fullmatch(words)) or (by_names and not is_last):
        return True
    opening = _OPENS.match(words)
    label = LABELLED.match(words, opening.end() if opening else 0)
    return label is not None and run.ink <= _LINE_MOST and (is_last or not _SPEAKS.match(words))


def _fitting(line: tuple[Credit, ...], *, is_above: bool, is_text: bool) -> tuple[Credit, ...]:
    """Return a head line's credits; above the headline a form or a place tells nothing, and in the text no place does."""
    unfit = {"form", "name", "place"} if is_above else {"place"} if is_text else set()
    return tuple(credit for credit in line if credit.told_by not in unfit)


def _told(found: dict[int, tuple[Credit, ...]], by: set[str]) -> dict[int, tuple[Credit, ...]]:
    kept = {n: tuple(c for c in line if c.told_by in by) for n, line in found.items()}
    return {n: line for n, line in kept.items() if line}


def _is_dated(found: Mapping[int, tuple[Credit, ...]]) -> bool:
    return any(credit.told_by in ("day", "updated") for line in found.values() for credit in line)


def _is_named(found: Mapping[int, tuple[Credit, ...]]) -> bool:
    return any(credit.told_by not in ("day", "updated") for line in found.values() for credit in line)
