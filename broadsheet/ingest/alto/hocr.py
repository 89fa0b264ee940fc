"""hOCR → the words of its page (http://kba.github.io/hocr-spec/1.2/): HTML whose titles say where things stand."""

import re

from lxml import etree

from broadsheet.ingest.alto.words import Block, Word
from broadsheet.ingest.alto.xml import BadPageError
from broadsheet.model.marks import Frame

_BLOCKS = ("ocr_par", "ocr_carea")
_LINES = frozenset({"ocr_line", "ocr_header", "ocr_caption", "ocr_textfloat", "ocr_footer"})
_BOX = re.compile(r"\bbbox\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)\s+(-?[\d.]+)")
_SURE = re.compile(r"\bx_wconf\s+([\d.]+)")


def read_hocr(root: etree._Element) -> tuple[list[Block], tuple[float, float], list[Frame]]:
    """Return the paragraphs of the first page, its size and its pictures. Raises BadPageError where a place is missing."""
    page = next(_of_class(root, {"ocr_page"}), None)
    if page is None:
        raise BadPageError("this is no hOCR: nothing in it is an ocr_page")
    name = next((name for name in _BLOCKS if next(_of_class(page, {name}), None) is not None), "ocr_page")
    blocks = [Block(block.get("id", ""), _lines(block)) for block in _of_class(page, {name})]
    whole = _frame(page)
    pictures = [_frame(picture) for picture in _of_class(page, {"ocr_photo", "ocr_image"})]
    return blocks, (whole.right, whole.bottom), pictures


def _lines(block: etree._Element) -> tuple[tuple[Word, ...], ...]:
    lines = (tuple(_words(line)) for line in _of_class(block, _LINES))
    return tuple(line for line in lines if line)


def _words(line: etree._Element) -> list[Word]:
    found = []
    for element in _of_class(line, {"ocrx_word"}):
        if text := "".join("".join(str(part) for part in element.itertext()).split()):
            sure = _SURE.search(element.get("title", ""))
            found.append(Word(text, _frame(element), float(sure[1]) / 100 if sure else 1.0))
    return found


def _of_class(root: etree._Element, names: "set[str] | frozenset[str]") -> "filter[etree._Element]":
    return filter(lambda element: bool(names & set(element.get("class", "").split())), root.iter("{*}*"))


def _frame(element: etree._Element) -> Frame:
    box = _BOX.search(element.get("title", ""))
    if box is None:
        raise BadPageError(f"an element of class {element.get('class', '')} has no bbox")
    return Frame(*map(float, box.groups()))
