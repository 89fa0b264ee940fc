"""A file of recognised text → the marks of its page: ALTO, PAGE-XML or hOCR, told apart by their root element."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from lxml import etree

from broadsheet.ingest.alto.alto import read_alto
from broadsheet.ingest.alto.hocr import read_hocr
from broadsheet.ingest.alto.mets import articles_beside
from broadsheet.ingest.alto.page_xml import read_page_xml
from broadsheet.ingest.alto.soundness import check_places
from broadsheet.ingest.alto.words import Block, marks_of
from broadsheet.ingest.alto.xml import BadPageError, bad_xml, name_of, parse_xml
from broadsheet.ingest.text.raw_files import mets_beside
from broadsheet.model.marks import Frame, PageMarks

Found = tuple[list[Block], tuple[float, float], list[Frame]]
"""The blocks of a page, its size, and its pictures, in the file's unit."""
FORMATS: dict[str, Callable[[etree._Element], Found]] = {
    "alto": read_alto,
    "PcGts": read_page_xml,
    "html": read_hocr,
}


def read_recognised(path: Path, number: int) -> PageMarks:
    """Return the marks of the file at `path`, which is page `number` of its edition.

    Raises SourceError for a file in no such format, and for a page without words or with places that no page has.
    """
    root = parse_xml(path)
    read = FORMATS.get(name_of(root))
    if read is None:
        raise bad_xml(path, f"this is no page in ALTO, PAGE-XML or hOCR: it is <{name_of(root)}>")
    try:
        blocks, size, pictures = read(root)
        check_places(blocks, size)
    except BadPageError as error:
        raise bad_xml(path, str(error)) from error
    marks = marks_of(blocks, size, pictures, articles_beside(path, number))
    if any(marks.articles):
        return marks
    return msgspec.structs.replace(marks, unmatched=next((mets.name for mets in mets_beside(path)), ""))
