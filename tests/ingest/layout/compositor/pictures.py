"""Pictures with captions and credits: below the headline, inside a column, in a row, or a story of their own."""

from tests.ingest.layout.compositor.setting import Setting
from tests.ingest.layout.compositor.sheet import SANS, Box

_SIZE = 8.0
_STEP = 10.5
_LEAST = 60.0  # points that a picture is high
_ABOVE_LEAST = 4  # lines of text above a picture inside a column


def picture(setting: Setting) -> None:
    """Set a picture over one or more columns, right below the headline or further down, with its caption below it."""
    page, area, dice = setting.page, setting.area, setting.dice
    count = dice.randint(1, area.columns)
    first = area.last - count + 1 if setting.chance(0.5) else area.first
    left, right = page.left(first), page.right(first + count - 1)
    high = dice.choice((80.0, 110.0))
    tops = [
        box.bottom for box in setting.obstacles if box.meets(Box(left, setting.top, right, setting.bottom))
    ]
    top = max([setting.top, *tops])
    if setting.bottom - top < high + 110:
        return
    if count < area.columns and setting.chance(0.4):
        above = int((setting.bottom - top - high - 50) / page.leading * dice.random())
        top += page.leading * above + 4 if above >= _ABOVE_LEAST else 0
    two = count >= 2 and setting.chance(0.2)
    middle = page.right(first + count // 2 - 1) if two else right
    ends = [_captioned(setting, Box(left, top, middle, top + high))]
    if two:
        ends.append(_captioned(setting, Box(page.left(first + count // 2), top, right, top + high)))
    setting.obstacles.append(Box(left, top, right, max(ends) + 5))


def _captioned(setting: Setting, box: Box) -> float:
    """Set a picture with its caption, and return where it ends."""
    text, lines, credit = caption(setting, box.right - box.left)
    setting.page.picture(box, setting.dice)
    y = box.bottom + 3
    for line in lines:
        setting.page.line(box.left, y, line, _SIZE, box.right - box.left, font=_font(setting))
        y += _STEP
    setting.article["captions"].append({"text": text, "credit": credit})
    return y


def _font(setting: Setting) -> str:
    return setting.page.font if setting.page.english else SANS


def caption(setting: Setting, width: float) -> tuple[str, list[str], str]:
    """Return the words of a caption, its lines with the credit, and the credit."""
    writer = setting.writer
    if setting.page.english:
        text, credit = writer.sentence(), f"Photo by {writer.name()}"
        return text, [*setting.lines(text, width, _SIZE), credit], credit
    text, credit = writer.paragraph(20), f"本报记者 {writer.name()} 摄"
    return text, [*setting.lines(text, width, _SIZE), credit], credit


def photo_story(setting: Setting) -> None:
    """Set a picture with a headline of its own above it; its caption is the story's text."""
    page = setting.page
    high = min(setting.bottom - setting.top - 70, 0.6 * setting.width)
    if high < _LEAST:
        return
    box = Box(setting.left, setting.top, setting.right, setting.top + high)
    page.picture(box, setting.dice)
    text, lines, credit = caption(setting, setting.width)
    y = box.bottom + 3
    for line in lines:
        page.line(box.left, y, line, _SIZE, setting.width, font=_font(setting))
        y += _STEP
    setting.article["body"].append({"type": "p", "text": text})
    setting.article["captions"].append({"text": "", "credit": credit})
