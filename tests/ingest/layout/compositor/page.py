"""Make up a page of a newspaper: 3 to 8 columns, 1 to 14 stories, whose truth is known."""

import random

from tests.ingest.layout.compositor.cut import Area, cut
from tests.ingest.layout.compositor.flow import flow
from tests.ingest.layout.compositor.furniture import advertisement, folio
from tests.ingest.layout.compositor.heads import head
from tests.ingest.layout.compositor.matter import poem, table_story
from tests.ingest.layout.compositor.pictures import photo_story, picture
from tests.ingest.layout.compositor.setting import Setting
from tests.ingest.layout.compositor.sheet import Box, Page
from tests.ingest.layout.wording import Writer

KINDS = {"article": 66, "poem": 7, "table": 7, "photo": 6, "unheaded": 5, "advertisement": 9}
_FILL = {"poem": poem, "table": table_story, "photo": photo_story}
_LEAST = 170.0  # points of a story's height


def blank_page(dice: random.Random, name: str, *, english: bool) -> Page:
    """Return a page on which nothing is printed."""
    columns = dice.randint(3, 8)
    measure = dice.choice((13, 15, 17, 20)) if columns > 4 else dice.choice((17, 20, 24))
    gutter = dice.choice((10.0, 14.0, 18.0))
    return Page(
        width=80 + columns * measure * 9.0 + (columns - 1) * gutter,
        height=dice.choice((900.0, 1100.0, 1400.0)),
        columns=columns,
        measure=measure,
        gutter=gutter,
        rules=dice.random() < 0.5,
        name=name,
        leading=dice.choice((12.5, 13.0, 14.0)),
        english=english,
    )


def make_page(seed: int) -> Page:
    """Make up the page of a seed; every eighth is English."""
    dice = random.Random(seed)
    page = blank_page(dice, f"{seed:03}", english=seed % 8 == 7)
    writer = Writer(seed, english=page.english)
    folio(page, dice.randint(1, 8), dice, writer)
    whole = Area(0, page.columns - 1, 40.0, page.height - 30.0)
    for area in cut(dice, whole, dice.randint(1, 14), _LEAST):
        set_area(page, area, dice, writer)
    return page


def set_area(page: Page, area: Area, dice: random.Random, writer: Writer) -> None:
    """Set a story, or an advertisement, into an area."""
    kind = dice.choices(list(KINDS), weights=list(KINDS.values()))[0] if page.truth["articles"] else "article"
    setting = open_story(page, area, dice, writer, boxed=kind == "unheaded" or dice.random() < 0.15)
    if kind == "advertisement":
        advertisement(setting)
        return
    if kind == "unheaded":
        setting.article["title_missing"] = True
    else:
        head(setting)
    if _is_level(setting) and kind in _FILL:
        _FILL[kind](setting)
    if not setting.article["body"]:
        if area.columns >= 2 and setting.chance(0.35):
            picture(setting)
        flow(setting)
    close_story(setting)


def _is_level(setting: Setting) -> bool:
    """Return whether the headline stands above all columns."""
    return bool(setting.obstacles) and setting.obstacles[0].bottom <= setting.top


def open_story(page: Page, area: Area, dice: random.Random, writer: Writer, *, boxed: bool) -> Setting:
    """Return the setting of a story in an area, with its frame or rules."""
    top, bottom = area.top + 8, area.bottom - 8
    left, right = page.left(area.first), page.right(area.last)
    if boxed:
        tint = dice.choice(("", "", "eef4f8"))
        page.frame(Box(left - 4, top - 4, right + 4, bottom + 4), tint=tint)
        top, bottom = top + 4, bottom - 4
    elif page.rules:
        if area.bottom < page.height - 31:
            page.rule(left, area.bottom, right - left)
        if area.last < page.columns - 1:
            page.rule(right + page.gutter / 2, area.top + 3, area.bottom - area.top - 6, upright=True)
    return Setting(page, area, dice, writer, top, bottom, ruled=boxed or page.rules)


def close_story(setting: Setting) -> None:
    """Note the story's truth and where it stands."""
    page, area = setting.page, setting.area
    number = len(page.truth["articles"])
    page.truth["articles"].append(setting.article)
    page.areas.append((number, Box(setting.left - 5, area.top, setting.right + 5, area.bottom)))
