"""A page drawn in plain text: where its lines, rules and pictures stand, in points. No program has to print it.

    page 300 400
    rule 40 100 260 100.5
    picture 40 120 140 200
    40 44 24 1 | 新桥昨日通车

A line of text says where its em box begins (left, top), its size and its face; 0 is the face of text. `+3` sets the
characters three points apart, `down` one below the other, `turned 1` turns the line a quarter clockwise. `scan` says
that a program has recognised the characters.
"""

from collections.abc import Iterator

from broadsheet.ingest.layout.areas import page_map
from broadsheet.ingest.layout.reading import LayoutReading, read_marks
from broadsheet.model.marks import Face, Frame, Glyph, PageMarks, Picture
from tests.ingest.passages import doubts, passages

FACES = (Face("Song", 400, "000000"), Face("Hei", 700, "000000"), Face("Kai", 400, "000000"))
_BASE = 0.88  # em from the top of a character to its baseline


def marks_of(drawn: str) -> PageMarks:
    """Return the marks of the page that `drawn` describes."""
    found: dict[str, list[list[float]]] = {"page": [], "rule": [], "panel": [], "picture": [], "scan": []}
    glyphs: list[Glyph] = []
    (width, height), *_ = [
        tuple(map(float, row.split()[1:])) for row in drawn.split("\n") if row[:5] == "page "
    ]
    for row in drawn.split("\n"):
        how, _, text = row.partition(" | ")
        words = how.split()
        if text:
            glyphs += _line(words, text, width, height)
        elif words:
            found[words[0]].append([float(word) for word in words[1:]])
    return PageMarks(
        width=width,
        height=height,
        faces=FACES,
        glyphs=tuple(glyphs),
        rules=tuple(Frame(*sides) for sides in found["rule"]),
        panels=tuple(Frame(*sides) for sides in found["panel"]),
        pictures=tuple(Picture(Frame(*sides)) for sides in found["picture"]),
        recognised=bool(found["scan"]),
    )


def _line(words: list[str], text: str, width: float, height: float) -> Iterator[Glyph]:
    left, top, size = map(float, words[:3])
    apart = next((float(word) for word in words[4:] if word[0] == "+"), 0.0)
    down = "down" in words
    turned = int(words[-1]) if "turned" in words else 0
    for char in text:
        wide = size if char >= "\u2000" else size / 2
        frame, base = Frame(left, top, left + wide, top + size), (left, top + _BASE * size)
        if turned == 1:
            frame = Frame(width - frame.bottom, frame.left, width - frame.top, frame.right)
            base = (width - base[1], base[0])
        elif turned == 2:
            frame = Frame(width - frame.right, height - frame.bottom, width - frame.left, height - frame.top)
            base = (width - base[0], height - base[1])
        elif turned == 3:
            frame = Frame(frame.top, height - frame.right, frame.bottom, height - frame.left)
            base = (base[1], height - base[0])
        yield Glyph(char, frame, base, size, int(words[3]), turned)
        left, top = (left, top + size + apart) if down else (left + wide + apart, top)


def told(drawn: str) -> str:
    """Return what is read from a page: each passage with its story and role, pictures, areas and doubts."""
    reading = read_marks("01.pdf", marks_of(drawn), {}, "")
    return "".join(
        f"{line}\n" for line in (*passages(reading), *_pictures(reading), *_areas(reading), *doubts(reading))
    )


def _pictures(reading: LayoutReading) -> Iterator[str]:
    for placed in reading.made_up.pictures:
        owners = [
            n
            for n, story in enumerate(reading.page.stories, 1)
            if any(span.start <= placed.at < span.end for one in story.passages() for span in one.spans)
        ]
        words = "captioned" if placed.captioned else "bare"
        yield f"{next(iter(owners), 'unplaced')} picture {_places(placed.picture.frame)} {words}"


def _areas(reading: LayoutReading) -> Iterator[str]:
    assert reading.facsimile is not None
    wide, high = reading.facsimile.width, reading.facsimile.height
    for area in page_map(reading.source, reading.page, reading.facsimile).areas:
        for box in area.boxes:
            yield f"{area.article} area {_places(Frame(box.left * wide, box.top * high, box.right * wide, box.bottom * high))}"


def _places(frame: Frame) -> str:
    return " ".join(f"{side:.1f}".removesuffix(".0") for side in frame)
