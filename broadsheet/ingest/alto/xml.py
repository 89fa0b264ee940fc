"""Parse XML from elsewhere: without entities, document types or the network, and of no great size."""

from pathlib import Path

from lxml import etree

from broadsheet.model.errors import SourceError
from broadsheet.model.finding import Finding

BYTES_MOST = 64 * 1024 * 1024  # of an ALTO file; a large page has some five million


def parse_xml(path: Path) -> etree._Element:
    """Return the root of the XML file at `path`. Raises SourceError for one that is damaged, or has a document type."""
    size = path.stat().st_size
    if size > BYTES_MOST:
        raise bad_xml(path, f"this file has {size:,} bytes, and a page at most {BYTES_MOST:,}")
    data = path.read_bytes()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise bad_xml(path, f"the XML is damaged: {error.msg}", error.lineno or 0) from error
    if b"<!DOCTYPE" in data:
        raise bad_xml(path, "the XML has a document type, which ALTO has not")
    return root


def bad_xml(path: Path, message: str, line: int = 0) -> SourceError:
    """Return the error for the XML file at `path`."""
    hint = "save the page as ALTO (http://www.loc.gov/standards/alto/)"
    return SourceError(Finding(code="bad-xml", path=str(path), line=line, message=message, hint=hint))


def name_of(element: etree._Element) -> str:
    """Return an element's name without its namespace: each version of ALTO has one of its own."""
    return etree.QName(element).localname
