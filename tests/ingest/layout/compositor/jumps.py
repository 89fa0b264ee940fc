"""A paper of two pages: three stories of the first go on in the second, among pieces of all kinds."""

import random
from typing import NamedTuple

from tests.ingest.layout.compositor.cut import Area
from tests.ingest.layout.compositor.flow import flow
from tests.ingest.layout.compositor.furniture import folio
from tests.ingest.layout.compositor.heads import downwards, level_head
from tests.ingest.layout.compositor.page import close_story, open_story
from tests.ingest.layout.compositor.pictures import photo_story
from tests.ingest.layout.compositor.setting import Setting
from tests.ingest.layout.compositor.sheet import EM, NOBODY, SANS, Box, Page
from tests.ingest.layout.wording import Writer

_FORWARD, _BACK = "（下转第2版）", "（上接第1版）"


class Rest(NamedTuple):
    """What is left of a story for another page: its headline there, and the words of a paragraph that broke off."""

    title: str
    words: str


class Plan(NamedTuple):
    """How the second page of a daily differs from the usual one.

    `bare_first`: the piece without a headline begins at the top of the page. `folio_inside`: the folio line stands at the
    foot of a story's column, and its text goes on in the next one. `kickers`: headlines may have one.
    """

    bare_first: bool = False
    folio_inside: bool = False
    kickers: bool = True


USUAL = Plan()


def make_daily(seed: int, plan: Plan = USUAL) -> list[Page]:
    """Make up two pages of a daily paper.

    On the second stand eight pieces: three that the first page began, one without a headline, one with a vertical
    headline, a photo with a headline of its own, and two others, the last one signed.
    """
    dice, writer = random.Random(seed), Writer(seed)
    first, second = (_blank(f"{seed:03}-{number}") for number in (1, 2))
    folio(first, 1, dice, writer)
    if not plan.folio_inside:
        folio(second, 2, dice, writer)
    rests = [_begun(first, area, dice, writer) for area in _rows(first, 3)]
    low, middle = 0.36 * second.height, 0.66 * second.height
    rows = [(40.0, low), (low, middle)]
    if plan.bare_first:
        rows.reverse()
    for area, rest in zip(_columns(*rows[0], (2, 2, 2)), rests, strict=True):
        _continued(second, area, rest, dice, writer)
    bare, down = _columns(*rows[1], (3, 3))
    _bare(second, bare, dice, writer)
    _down(second, down, dice, writer)
    photo, plain, signed = _columns(middle, second.height - 30.0, (2, 2, 2))
    _photo(second, photo, dice, writer)
    for area, signature in ((plain, ""), (signed, f"（本报记者 {writer.name()}）")):
        _plain(open_story(second, area, dice, writer, boxed=False), signature, plan)
    return [first, second]


def _blank(name: str) -> Page:
    columns, measure, gutter = 6, 15, 14.0
    wide = 80 + columns * measure * EM + (columns - 1) * gutter
    return Page(wide, 1200.0, columns, measure, gutter, rules=True, name=name)


def _rows(page: Page, count: int) -> list[Area]:
    high = (page.height - 70.0) / count
    return [Area(0, page.columns - 1, 40.0 + n * high, 40.0 + (n + 1) * high) for n in range(count)]


def _columns(top: float, bottom: float, shares: tuple[int, ...]) -> list[Area]:
    """Return areas side by side, each so many columns wide."""
    starts = [sum(shares[:n]) for n in range(len(shares))]
    return [Area(start, start + share - 1, top, bottom) for start, share in zip(starts, shares, strict=True)]


def _begun(page: Page, area: Area, dice: random.Random, writer: Writer) -> Rest:
    setting = open_story(page, area, dice, writer, boxed=False)
    level_head(setting, area.columns)
    flowed = flow(setting, stops=True)
    setting.place(flowed.slots[0], _FORWARD, align="right")
    setting.article["jump"] = _FORWARD
    close_story(setting)
    return Rest(setting.article["title"].split()[0][:8], flowed.rest)


def _continued(page: Page, area: Area, rest: Rest, dice: random.Random, writer: Writer) -> None:
    """Set the rest of a story below its headline and the mark of the jump, which stands as a deck or as the first line."""
    setting = open_story(page, area, dice, writer, boxed=False)
    page.line(setting.left, setting.top, rest.title, 20.0, setting.width, bold=True, align="center")
    setting.top += 26
    as_deck = dice.random() < 0.5
    page.line(
        setting.left,
        setting.top,
        _BACK,
        11.0 if as_deck else EM,
        setting.width,
        align="center" if as_deck else "left",
    )
    setting.top += 20 if as_deck else page.leading
    setting.article |= {"title": rest.title, "jump": _BACK}
    flow(setting, goes_on=rest.words)
    close_story(setting)


def _bare(page: Page, area: Area, dice: random.Random, writer: Writer) -> None:
    setting = open_story(page, area, dice, writer, boxed=False)
    setting.article["title_missing"] = True
    flow(setting)
    close_story(setting)


def _down(page: Page, area: Area, dice: random.Random, writer: Writer) -> None:
    setting = open_story(page, area, dice, writer, boxed=False)
    downwards(setting)
    flow(setting)
    close_story(setting)


def _photo(page: Page, area: Area, dice: random.Random, writer: Writer) -> None:
    setting = open_story(page, area, dice, writer, boxed=False)
    level_head(setting, area.columns)
    photo_story(setting)
    close_story(setting)


def _plain(setting: Setting, signature: str, plan: Plan) -> None:
    if plan.folio_inside and not signature:
        _folio_at_foot(setting)
    level_head(setting, setting.area.columns, kickers=plan.kickers)
    flowed = flow(setting)
    if signature:
        setting.place(flowed.slots[0], signature, align="right")
        setting.article["byline"] = f"{setting.article['byline']} {signature}".strip()
    close_story(setting)


def _folio_at_foot(setting: Setting) -> None:
    """Set the folio line at the foot of the first column of a story."""
    page, text = setting.page, "第2版 2031年5月6日 星期二"
    top = setting.bottom - 24
    left, right = page.left(setting.area.first), page.right(setting.area.first)
    page.line(left, top + 8, text, 8, right - left, font=SANS)
    page.truth["furniture"].append(text)
    box = Box(left, top, right, setting.bottom)
    setting.obstacles.append(box)
    page.areas.append((NOBODY, box))
