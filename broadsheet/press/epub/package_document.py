"""The package document of an EPUB: its metadata, its files, and the order in which they are read.

https://www.w3.org/TR/epub-33/#sec-package-doc, and for its metadata of accessibility https://www.w3.org/TR/epub-a11y-11/.
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import PurePosixPath
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from broadsheet.press.epub.files import CONTENTS, COVER_PICTURE
from broadsheet.press.epub.pictures import MEDIA_TYPES
from broadsheet.press.files.xml_file import element, xml_document
from broadsheet.press.paper.settings import Paper
from broadsheet.press.views.epub import EpubView

_XHTML = "application/xhtml+xml"
_STYLE = {".css": "text/css"}
_PROPERTIES = {CONTENTS: "nav", COVER_PICTURE: "cover-image"}
_FEATURES = ("tableOfContents", "pageNavigation", "pageBreakMarkers", "readingOrder", "structuralNavigation")


class Metadata(NamedTuple):
    """What the package document says of an edition; `modified` is the ISO 8601 date of its last correction, or its own."""

    view: EpubView
    paper: Paper
    modified: str
    has_pictures: bool


def package_document(metadata: Metadata, documents: Sequence[str], others: Iterable[str]) -> bytes:
    """Return the package document of an EPUB with `documents`, in reading order, and `others`, its remaining files."""
    ids = {file: _id(file) for file in (*documents, *others)}
    items = (_item(file, known_as) for file, known_as in ids.items())
    spine = (element("itemref", idref=ids[file]) for file in documents)
    has_cover = COVER_PICTURE in ids
    markup = (
        element("metadata", markup="".join(_metadata(metadata, has_cover=has_cover)), **_DUBLIN_CORE),
        element("manifest", markup="".join(items)),
        element("spine", markup="".join(spine)),
    )
    attributes = {
        "xmlns": "http://www.idpf.org/2007/opf",
        "version": "3.0",
        "unique-identifier": "edition",
        "xml:lang": metadata.paper.default_lang,
    }
    return xml_document("package", "".join(markup).encode(), attributes)


_DUBLIN_CORE = {"xmlns:dc": "http://purl.org/dc/elements/1.1/"}


def _item(file: str, known_as: str) -> str:
    media_type = (MEDIA_TYPES | _STYLE).get(PurePosixPath(file).suffix, _XHTML)
    attributes = {"id": known_as, "href": file, "media-type": media_type}
    return element("item", **attributes, **({"properties": _PROPERTIES[file]} if file in _PROPERTIES else {}))


def _id(file: str) -> str:
    """Return the id of `file` in the manifest; an id of XML begins with no digit."""
    return f"f-{file.replace('/', '-').replace('.', '-')}"


def _metadata(metadata: Metadata, *, has_cover: bool) -> Iterator[str]:
    view, paper = metadata.view, metadata.paper
    masthead = view.whole.masthead
    yield element("dc:identifier", _identifier(masthead.iso_date, paper), id="edition")
    yield element("dc:title", view.title)
    yield element("dc:language", paper.default_lang)
    yield element("dc:publisher", paper.publisher or paper.sitename)
    yield element("dc:date", masthead.iso_date)
    yield element("dc:type", "newspaper")
    if paper.copyright:
        yield element("dc:rights", paper.copyright)
    if view.site_href:
        yield element("dc:source", view.site_href)
    yield _meta("dcterms:modified", f"{metadata.modified}T00:00:00Z")
    yield element("meta", paper.sitename, property="belongs-to-collection", id="paper")
    yield element("meta", "series", refines="#paper", property="collection-type")
    if masthead.running_number:
        number = str(masthead.running_number)
        yield element("meta", number, refines="#paper", property="group-position")
    yield from _accessibility(metadata)
    if has_cover:
        yield element("meta", name="cover", content=_id(COVER_PICTURE))  # for reading systems of EPUB 2


def _identifier(date: str, paper: Paper) -> str:
    """Return what identifies an edition for good: a name-based UUID (RFC 9562, 5.5) of the paper and the date."""
    return uuid5(NAMESPACE_URL, f"{paper.siteurl or paper.sitename}/{date}/").urn


def _accessibility(metadata: Metadata) -> Iterator[str]:
    photos = (
        photo for printed in metadata.view.whole.pages for one in printed.articles for photo in one.photos
    )
    are_described = all(photo.alt for photo in photos if photo.src)
    modes = ("textual", "visual") if metadata.has_pictures else ("textual",)
    yield from (_meta("schema:accessMode", mode) for mode in modes)
    if are_described:
        yield _meta("schema:accessModeSufficient", "textual")
    features = (*_FEATURES, *(("alternativeText",) if metadata.has_pictures and are_described else ()))
    yield from (_meta("schema:accessibilityFeature", feature) for feature in features)
    yield _meta("schema:accessibilityHazard", "none")
    yield _meta("schema:accessibilitySummary", metadata.paper.words.epub_accessibility)
    yield _meta("pageBreakSource", metadata.view.title)


def _meta(name: str, text: str) -> str:
    return element("meta", text, property=name)
