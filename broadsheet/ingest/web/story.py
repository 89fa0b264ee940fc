"""The runs of a saved web page, each with its role: above the headline and below the text all is furniture."""

from collections.abc import Iterator
from statistics import median

import msgspec

from broadsheet.ingest.web.article import Article
from broadsheet.ingest.web.credits.lines import find_credits
from broadsheet.ingest.web.credits.words import Credit
from broadsheet.ingest.web.headline import bare
from broadsheet.ingest.web.markup.runs import Run, WebText
from broadsheet.ingest.web.metadata import Declared
from broadsheet.ingest.web.plan import Plan, in_figure, plan_of
from broadsheet.ingest.web.roles import NO_RULE, role_of
from broadsheet.ingest.web.seen import Seen
from broadsheet.ingest.web.stack import (
    is_deck_in_headline,
    is_lead_line,
    is_marked_kicker,
    stands_beside,
    stands_in_header,
)
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

CAPTION_AS_TEXT = "caption as text"
_STACK = frozenset({Role.HEADLINE, Role.KICKER, Role.DECK})
_BETWEEN_PICTURE_AND_CAPTION = frozenset({Role.CAPTION, Role.FURNITURE})
_SETS_STACK = frozenset({NO_RULE, "paragraph", "subhead"})


class Judged(msgspec.Struct, frozen=True, kw_only=True):
    """A run with its role, the name of the rule that gave it, and the credits in it.

    `within` says that it stands between the article's first run and its last, and, for a picture, among its text;
    `last`, that it is the last paragraph; `heads`, that it stands between headline and text; `amid`, that paragraphs stand before it and behind
    it, and that it belongs to no other story.
    """

    run: Run
    role: Role
    rule: str
    within: bool
    last: bool = False
    heads: bool = False
    amid: bool = False
    credits: tuple[Credit, ...] = ()


def judge(
    text: WebText, article: Article, declared: Declared, lexicon: Lexicon, *, is_alone: bool
) -> Iterator[Judged]:
    """Yield each run of the page with its role; the page's own name and day are credits only where it `is_alone`."""
    plan = plan_of(text, article, declared)
    found = find_credits(text, article, declared, plan, is_alone=is_alone)
    own_words = {run.form.group for run in text.runs if run.form and run.linked < run.ink}
    usual = median(run.ink for run in text.runs[article.first : article.last + 1] if run.ink)
    headline = bare("".join(text.words(text.runs[n]) for n in article.headline))
    stacked, opened, pictured = True, False, False
    for n, run in enumerate(text.runs):
        within = plan.first <= n <= plan.last
        seen = Seen(
            run=run,
            text=text.words(run),
            lexicon=lexicon,
            declared=declared,
            headline=headline,
            furniture=n in plan.furniture,
            in_block=text.holds(article.block, run),
            form=run.form if run.form and run.form.group > article.block else None,
            links=run.form is not None and run.form.group not in own_words,
            stacked=stacked,
            opened=opened,
            last=n > plan.closing,
            pictured=pictured,
            usual=usual,
        )
        role, rule = _role(text, article, plan, seen, n) if n not in found else (Role.FURNITURE, "credits")
        shown = within and (
            not run.picture
            or (
                n not in plan.furniture
                and (seen.in_block or n < plan.opening or in_figure(text, plan.frame, n))
            )
        )
        yield Judged(
            run=run,
            role=role,
            rule=rule,
            within=shown,
            last=n == plan.closing,
            heads=max(article.headline, default=n) < n < plan.opening and text.holds(plan.frame, run),
            amid=plan.opening < n < plan.closing and n not in plan.related,
            credits=found.get(n, ()),
        )
        stacked = stacked and (n <= max(article.headline, default=-1) or role in _STACK)
        opened = opened or role is Role.PARAGRAPH
        pictured = (bool(run.picture) and shown) or (pictured and role in _BETWEEN_PICTURE_AND_CAPTION)


def _role(text: WebText, article: Article, plan: Plan, seen: Seen, n: int) -> tuple[Role, str]:
    if not plan.first <= n <= plan.last:
        return Role.FURNITURE, "outside the article"
    if n in article.headline[1:] and is_deck_in_headline(text, seen.run):
        return Role.DECK, "deck"
    if n in article.headline:
        return Role.HEADLINE, "headline"
    if article.headline and n < article.headline[0] and not in_figure(text, plan.frame, n):
        marked = is_marked_kicker(seen.run, text.runs[article.headline[0]])
        return Role.KICKER, "kicker" if marked or seen.text in seen.declared.kickers else "kicker_by_place"
    role, rule = role_of(seen)
    undecided = rule in _SETS_STACK and seen.stacked and not seen.opened
    if undecided and article.headline:
        headline = text.runs[article.headline[-1]]
        shown = stands_beside(text, headline, seen.run) or stands_in_header(text, headline, seen.run)
        if shown or (rule == NO_RULE and is_lead_line(text, seen.run)):
            return Role.DECK, "deck_by_place"
    return role, rule
