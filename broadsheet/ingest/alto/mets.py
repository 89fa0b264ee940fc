"""The article structure of a METS file: which article each text block of a page belongs to.

METS lies beside the pages of its edition, in a file whose name ends in `mets.xml`. Its logical structure map names
articles, and in them areas: the file and the block of ALTO (METS Primer, structural map).
"""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from broadsheet.ingest.alto.xml import parse_xml
from broadsheet.ingest.text.raw_files import mets_beside

_ARTICLES = frozenset({"ARTICLE", "ADVERTISEMENT", "OBITUARY", "LETTER"})
_XLINK = "{http://www.w3.org/1999/xlink}href"


def articles_beside(path: Path, number: int) -> dict[str, str]:
    """Return the article of each block of page `number`, whose ALTO file is at `path`; nothing without a METS file.

    Raises SourceError for a METS file that is damaged.
    """
    for mets in mets_beside(path):
        root = parse_xml(mets)
        files = _files_of(root, path.name, number)
        return {
            area.get("BEGIN", ""): article
            for article, area in _areas(root)
            if area.get("FILEID") in files and area.get("BEGIN")
        }
    return {}


def _files_of(root: etree._Element, name: str, number: int) -> set[str]:
    """Return the identifiers of a page's ALTO file: the one of its name, or else the page's in order."""
    files = [
        (element.get("ID", ""), place.get(_XLINK, "").rpartition("/")[2])
        for element in root.iter("{*}file")
        for place in element.iterchildren("{*}FLocat")
    ]
    texts = [(identifier, file) for identifier, file in files if file.endswith(".xml")]
    named = {identifier for identifier, file in texts if file == name}
    return named or {identifier for identifier, _ in texts[number - 1 : number]}


def _areas(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield each area of an article with the article's identifier: the innermost division that is one."""
    for area in root.iter("{*}area"):
        divisions = area.iterancestors("{*}div")
        article = next((one for one in divisions if one.get("TYPE", "").upper() in _ARTICLES), None)
        if article is not None:
            yield article.get("ID", ""), area
