"""ALTO → the words of its page (Library of Congress, versions 1 to 4)."""

from collections.abc import Iterator

from lxml import etree

from broadsheet.ingest.alto.words import Block, Word
from broadsheet.ingest.alto.xml import BadPageError, first, name_of, number_in
from broadsheet.model.marks import Frame


def read_alto(root: etree._Element) -> tuple[list[Block], tuple[float, float], list[Frame]]:
    """Return the blocks of the first page, its size and its pictures. Raises BadPageError where a place is missing."""
    page = first(root, "Page")
    if page is None:
        raise BadPageError("this is no ALTO file: it has no page of <alto>")
    blocks = [
        Block(
            block.get("ID", ""),
            tuple(line for line in map(_words, block.iterchildren("{*}TextLine")) if line),
        )
        for block in page.iter("{*}TextBlock")
    ]
    pictures = [_frame(element) for element in page.iter("{*}Illustration")]
    return blocks, (number_in(page, "WIDTH"), number_in(page, "HEIGHT")), pictures


def _words(line: etree._Element) -> tuple[Word, ...]:
    return tuple(_each_word(line))


def _each_word(line: etree._Element) -> Iterator[Word]:
    """Yield the words of a line, and the hyphen at its end, which may have no place of its own."""
    last: Word | None = None
    for element in line.iterchildren("{*}String", "{*}HYP"):
        text = "".join(element.get("CONTENT", "").split())
        if not text:
            continue
        if last is not None and element.get("HPOS") is None and name_of(element) == "HYP":
            yield Word(text, _behind(last), last.sure)
            continue
        high = number_in(element if element.get("HEIGHT") else line, "HEIGHT")
        last = Word(text, _frame(element, high), float(element.get("WC", "1") or 1))
        yield last


def _behind(word: Word) -> Frame:
    """Return the frame of a character right behind a word."""
    frame = word.frame
    return frame._replace(left=frame.right, right=frame.right + frame.width / len(word.text))


def _frame(element: etree._Element, height: float | None = None) -> Frame:
    left, top, width = (number_in(element, name) for name in ("HPOS", "VPOS", "WIDTH"))
    high = number_in(element, "HEIGHT") if height is None else height
    return Frame(left, top, left + width, top + high)
