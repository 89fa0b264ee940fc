"""The runs of a saved web page, each with its role: above the headline and below the text all is furniture."""

from collections.abc import Iterator
from statistics import median
from typing import NamedTuple

from broadsheet.ingest.web.article import Article, in_block
from broadsheet.ingest.web.roles import Seen, role_of
from broadsheet.ingest.web.runs import Run, WebText
from broadsheet.lexicon import web_pages as web
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

_FOOT = 3  # runs that readers see below the text, in which a page may name its day
_STACK = frozenset({Role.HEADLINE, Role.KICKER, Role.DECK})
_BETWEEN_PICTURE_AND_CAPTION = frozenset({Role.CAPTION, Role.FURNITURE})


class Judged(NamedTuple):
    """A run with its role and the name of the rule that gave it.

    `within` says that it stands between the article's first run and its last, and, for a picture, among its text.
    """

    run: Run
    role: Role
    rule: str
    within: bool


def judge(text: WebText, article: Article, lexicon: Lexicon) -> Iterator[Judged]:
    """Yield each run of the page with its role."""
    block = [n for n, run in enumerate(text.runs) if in_block(run, article.block)]
    first = _stack_start(text, article, min((*article.headline, *block)))
    last = max((*article.headline, *block))
    frame = _frame(text.runs[min((*article.headline, article.first))], text.runs[article.first])
    usual = median(run.ink for run in text.runs[article.first : article.last + 1] if run.ink)
    foot = _day_at_foot(text, last)
    stacked, opened, pictured, dated = True, False, False, False
    for n, run in enumerate(text.runs):
        words = text.source.slice(run.span)
        seen = Seen(run, words, lexicon, article.block, frame, stacked, opened, pictured, usual)
        within = first <= n <= last
        role, rule = _role(seen, n, article) if within else (Role.FURNITURE, "outside the article")
        if n == foot and not dated:
            role, rule = Role.SOURCE_CREDIT, "info"
        shown = within and (not run.picture or in_block(run, article.block) or _in_figure(run))
        yield Judged(run, role, rule, shown)
        stacked = stacked and (n <= max(article.headline, default=-1) or role in _STACK)
        opened = opened or role is Role.PARAGRAPH
        dated = dated or (rule == "info" and bool(web.DATE.search(words)))
        pictured = (bool(run.picture) and shown) or (pictured and role in _BETWEEN_PICTURE_AND_CAPTION)


def _role(seen: Seen, n: int, article: Article) -> tuple[Role, str]:
    if n in article.headline:
        return Role.HEADLINE, "headline"
    if article.headline and n < article.headline[0]:
        return Role.KICKER, "kicker"
    return role_of(seen)


def _day_at_foot(text: WebText, last: int) -> int:
    """Return the run right below the text that says which day the page is of, or 0."""
    below = [n for n in range(last + 1, len(text.runs)) if text.runs[n].ink and not text.runs[n].hidden]
    found = (n for n in below[:_FOOT] if web.LABELLED_DATE.match(text.source.slice(text.runs[n].span)))
    return next(found, 0)


def _in_figure(run: Run) -> bool:
    return any(element.name == "figure" for element in run.path)


def _stack_start(text: WebText, article: Article, top: int) -> int:
    """Return where the article begins: at the headings and named kickers right above the headline, or at its top."""
    if not article.headline:
        return top
    start = article.headline[0]
    while start and _is_kicker(text.runs[start - 1], text.runs[article.headline[0]]):
        start -= 1
    return start


def _is_kicker(run: Run, headline: Run) -> bool:
    named = any(element.words & web.KICKER_WORDS for element in (*run.inner, *run.path[:2]))
    heading = run.path[0].name in ("h2", "h3", "h4", "h5") and run.path[1:2] == headline.path[1:2]
    return not run.picture and not run.hidden and not run.linked and (named or heading)


def _frame(one: Run, other: Run) -> int:
    """Return the innermost block that holds both runs, 0 for the whole page."""
    numbers = {element.number for element in other.path}
    return next((element.number for element in one.path if element.number in numbers), 0)
