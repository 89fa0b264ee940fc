"""PAGE-XML → the words of its page (PRImA Research Lab, https://github.com/PRImA-Research-Lab/PAGE-XML)."""

from collections.abc import Iterator

from lxml import etree

from broadsheet.ingest.alto.words import Block, Word
from broadsheet.ingest.alto.xml import BadPageError, first, number_in
from broadsheet.model.marks import Frame

_PICTURES = ("{*}ImageRegion", "{*}GraphicRegion")


def read_page_xml(root: etree._Element) -> tuple[list[Block], tuple[float, float], list[Frame]]:
    """Return the regions of text of the page, its size and its pictures. Raises BadPageError where a place is missing."""
    page = first(root, "Page")
    if page is None:
        raise BadPageError("the file has no <Page>")
    blocks = [
        Block(
            region.get("id", ""),
            tuple(words for line in region.iterchildren("{*}TextLine") if (words := _words(line))),
        )
        for region in page.iter("{*}TextRegion")
    ]
    pictures = [_frame(region) for region in page.iter(*_PICTURES)]
    return blocks, (number_in(page, "imageWidth"), number_in(page, "imageHeight")), pictures


def _words(line: etree._Element) -> tuple[Word, ...]:
    """Return the words of a line, or all of it as one where the file does not place its words."""
    words = list(line.iterchildren("{*}Word"))
    return tuple(word for element in words or [line] for word in _recognised(element))


def _recognised(element: etree._Element) -> Iterator[Word]:
    """Yield the words in the text of a word or a line, each as wide as its characters are many."""
    best = min(element.iterchildren("{*}TextEquiv"), key=lambda one: int(one.get("index", "0")), default=None)
    text = (best.findtext("{*}Unicode") or "").strip() if best is not None else ""
    if best is None or not text:
        return
    frame, sure = _frame(element), float(best.get("conf", "1") or 1)
    step, at = frame.width / len(text), 0
    for word in text.split():
        at = text.index(word, at)
        left = frame.left + at * step
        yield Word(word, frame._replace(left=left, right=left + len(word) * step), sure)
        at += len(word)


def _frame(element: etree._Element) -> Frame:
    """Return the frame around the outline of an element."""
    outline = element.find("{*}Coords")
    points = [
        point.split(",") for point in (outline.get("points", "") if outline is not None else "").split()
    ]
    try:
        across, down = zip(*((float(x), float(y)) for x, y in points), strict=True)
    except ValueError as error:
        raise BadPageError(f"<{etree.QName(element).localname}> has no outline") from error
    return Frame(min(across), min(down), max(across), max(down))
