"""Parse XML from elsewhere: without entities, document types that say anything, or the network, and of no great size."""

from pathlib import Path

from lxml import etree

from broadsheet.model.errors import SourceError
from broadsheet.model.finding import Finding

BYTES_MOST = 64 * 1024 * 1024  # of a page; a large one in ALTO has some five million


class BadPageError(Exception):
    """What is wrong with a page of recognised text."""


def parse_xml(path: Path) -> etree._Element:
    """Return the root of the XML file at `path`. Raises SourceError for one that is damaged, or declares entities."""
    size = path.stat().st_size
    if size > BYTES_MOST:
        raise bad_xml(path, f"this file has {size:,} bytes, and a page at most {BYTES_MOST:,}")
    data = path.read_bytes()
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise bad_xml(path, f"the XML is damaged: {error.msg}", error.lineno or 0) from error
    named = b"<!ENTITY" not in data and name_of(root) == "html"  # XHTML's type has a name, and is not read
    if b"<!DOCTYPE" in data and not named:
        raise bad_xml(path, "the XML has a document type, which pages of recognised text have not")
    return root


def bad_xml(path: Path, message: str, line: int = 0) -> SourceError:
    """Return the error for the XML file at `path`."""
    hint = "save the page as ALTO (http://www.loc.gov/standards/alto/)"
    return SourceError(Finding(code="bad-xml", path=str(path), line=line, message=message, hint=hint))


def name_of(root: etree._Element) -> str:
    """Return an element's name without its namespace: each version of a format has one of its own."""
    return etree.QName(root).localname


def first(root: etree._Element, name: str) -> etree._Element | None:
    """Return the first element called `name`, in any namespace."""
    return next(root.iter(f"{{*}}{name}"), None)


def number_in(element: etree._Element, name: str) -> float:
    """Return the number in an attribute. Raises BadPageError where there is none."""
    try:
        return float(element.get(name, ""))
    except ValueError as error:
        raise BadPageError(f"<{name_of(element)}> says no {name}") from error
