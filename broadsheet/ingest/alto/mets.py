"""The article structure of a METS file: which article each text block of a page belongs to.

METS lies beside the pages of its edition, in a file whose name ends in `mets.xml`. Its logical structure map names
articles, and in them areas: the file and the block of ALTO (METS Primer, structural map). Or structural links lead from
an article to the divisions of the physical structure map, which are named as the blocks are, or hold such areas.
"""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from broadsheet.ingest.alto.xml import parse_xml
from broadsheet.ingest.text.raw_files import mets_beside

_ARTICLES = frozenset({"ARTICLE", "ADVERTISEMENT", "OBITUARY", "LETTER"})
_XLINK, _FROM, _TO = (f"{{http://www.w3.org/1999/xlink}}{name}" for name in ("href", "from", "to"))


def articles_beside(path: Path, number: int) -> dict[str, str]:
    """Return the article of each block of page `number`, whose ALTO file is at `path`; nothing without a METS file.

    Raises SourceError for a METS file that is damaged.
    """
    for mets in mets_beside(path):
        root = parse_xml(mets)
        files = _files_of(root, path.name, number)
        named = {
            area.get("BEGIN", ""): article
            for article, area in _areas(root)
            if area.get("FILEID") in files and area.get("BEGIN")
        }
        return named or dict(_linked(root, files))
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
        article = next(filter(_is_article, divisions), None)
        if article is not None:
            yield article.get("ID", ""), area


def _is_article(division: etree._Element) -> bool:
    return division.get("TYPE", "").upper() in _ARTICLES


def _linked(root: etree._Element, files: set[str]) -> Iterator[tuple[str, str]]:
    """Yield each block to which a structural link of an article leads, with the article's identifier."""
    divisions = {division.get("ID", ""): division for division in root.iter("{*}div")}
    for ends in _links(root):
        articles = [end for end in ends if end in divisions and _is_article(divisions[end])]
        for article in articles[:1]:
            for end in ends - {article}:
                yield end, article
                areas = divisions[end].iter("{*}area") if end in divisions else ()
                yield from ((area.get("BEGIN", ""), article) for area in areas if area.get("FILEID") in files)


def _links(root: etree._Element) -> Iterator[set[str]]:
    """Yield the identifiers that each structural link, or group of them, connects."""
    for link in root.iter("{*}smLink"):
        yield {link.get(name, "").lstrip("#") for name in (_FROM, _TO)}
    for group in root.iter("{*}smLinkGrp"):
        yield {locator.get(_XLINK, "").lstrip("#") for locator in group.iterchildren("{*}smLocatorLink")}
