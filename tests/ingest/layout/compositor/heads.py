"""Headlines: kicker, headline, deck and byline, across, downwards or sideways."""

from typing import NamedTuple

from tests.ingest.layout.compositor.setting import Setting, extent
from tests.ingest.layout.compositor.sheet import EM, SANS, SERIF, Box

SIZES = (16.0, 20.0, 26.0, 34.0)


def head(setting: Setting) -> None:
    """Set a headline above the text, over all columns or over the first ones alone."""
    columns = setting.area.columns
    if not setting.page.english and columns >= 2 and setting.chance(0.1):
        downwards(setting)
    elif columns >= 3 and setting.chance(0.15):
        level_head(setting, setting.dice.randint(2, columns - 1))
    else:
        level_head(setting, columns)


def level_head(setting: Setting, columns: int, *, kickers: bool = True) -> None:
    """Set a headline above the first `columns` of the story."""
    page, article, writer = setting.page, setting.article, setting.writer
    left, right = setting.left, page.right(setting.area.first + columns - 1)
    wide, y = right - left, setting.top
    align = setting.dice.choice(("left", "center"))
    if columns >= 2 and setting.chance(0.3) and kickers:
        article["kicker"] = writer.headline(6, 12)
        page.line(left, y, article["kicker"], min(13.0, wide / 12), wide, font=_sans(setting), align=align)
        y += 18
    band = Band(left, wide, align)
    y = _titles(setting, band, y)
    if columns >= 2 and setting.chance(0.3):
        y = _deck(setting, band, y)
    y += 4
    if setting.chance(0.5):
        article["byline"] = f"By {writer.name()}" if page.english else f"□ 本报记者 {writer.name()}"
        page.line(
            left,
            y,
            article["byline"],
            9,
            wide,
            font=_sans(setting),
            align=setting.dice.choice(("left", "center")),
        )
        y += 16
    setting.obstacles.append(Box(left, setting.top, right, y + 4))
    if columns == setting.area.columns:
        setting.top = y + 4


def _sans(setting: Setting) -> str:
    return setting.page.font if setting.page.english else SANS


class Band(NamedTuple):
    """The width that a headline has, and how its lines are aligned in it."""

    left: float
    width: float
    align: str


class Letters(NamedTuple):
    """How large letters are, and how far apart, in points."""

    size: float
    tracking: float = 0.0


def _titles(setting: Setting, band: Band, y: float) -> float:
    """Set one or two lines of the headline; a single one may be letterspaced, spaced out, or drawn twice."""
    page, writer = setting.page, setting.writer
    size = min(setting.dice.choice(SIZES), band.width / 5)
    count = 2 if setting.chance(0.25) else 1
    if page.english:
        titles = [_fitted(writer.headline(2, 4), size, band.width) for _ in range(count)]
        size = min(size, *(0.85 * size * band.width / extent(title, size) for title in titles))
        return _set(setting, titles, band, y, Letters(size))
    spaced = count == 1 and setting.chance(0.15) and band.width > 8 * size
    tracking = size * setting.dice.choice((0.5, 1.0)) if spaced else 0.0
    most = min(int(band.width / (size + tracking)) - 1, 16)
    titles = [writer.headline(min(4, most), most) for _ in range(count)]
    return _set(setting, titles, band, y, Letters(size, tracking))


def _set(setting: Setting, titles: list[str], band: Band, y: float, letters: Letters) -> float:
    size, tracking = letters
    font = SERIF if len(titles) > 1 or setting.chance(0.5) else SANS
    twice = setting.chance(0.1)
    for title in titles:
        for shift in (0.0, 0.35)[: 1 + twice]:
            setting.page.line(
                band.left + shift,
                y,
                title,
                size,
                band.width,
                font=setting.page.font if setting.page.english else font,
                bold=not twice,
                align=band.align,
                tracking=tracking,
            )
        y += size * 1.25
    setting.article["title"] = " ".join(titles)
    return y


def _fitted(title: str, size: float, wide: float) -> str:
    """Return a headline with as many of its words as have room, and at least two."""
    words = title.split()
    while len(words) > 2 and extent(" ".join(words), size) > wide:
        words.pop()
    return " ".join(words)


def _deck(setting: Setting, band: Band, y: float) -> float:
    """Set a deck below the headline: larger than text, or as large and in another face."""
    page, writer = setting.page, setting.writer
    deck = writer.headline(8, 14) if page.english else "——" + writer.headline(8, 14)
    small = not page.english and setting.chance(0.3)
    fitted = min(12.0, 12.0 * band.width / (extent(deck, 12.0) + 1))
    size = EM if small else fitted if page.english else 12.0
    setting.article["deck"] = deck
    page.line(band.left, y, deck, size, band.width, align=band.align, font=_sans(setting) if small else "")
    return y + 18


def downwards(setting: Setting) -> None:
    """Set a headline downwards, or sideways, into the first column, or the last one of a story with rules; text flows below it."""
    page, dice, writer = setting.page, setting.dice, setting.writer
    column = dice.choice((setting.area.first, setting.area.last)) if setting.ruled else setting.area.first
    middle = (page.left(column) + page.right(column)) / 2
    size = dice.choice((18.0, 22.0, 28.0))
    most = max(4, min(9, int((setting.bottom - setting.top) / (size + 3)) - 1))
    count = 2 if setting.chance(0.3) else 1
    titles = [writer.headline(4, most) for _ in range(count)]
    ends = []
    if count == 1 and setting.chance(0.2):
        length = (len(titles[0]) + 1) * size
        page.sideways(middle - size / 2, setting.top, titles[0], size, length, clockwise=setting.chance(0.7))
        ends.append(setting.top + length)
    else:
        for n, title in enumerate(titles):
            x = middle + (0.1 - n) * size * 1.3 if count > 1 else middle - size / 2
            ends.append(
                page.downwards(
                    x, setting.top, title, size, font=dice.choice((SERIF, SANS)) if count == 1 else SANS
                )
            )
    setting.article["title"] = " ".join(titles)
    setting.obstacles.append(Box(page.left(column), setting.top, page.right(column), max(ends) + 8))
