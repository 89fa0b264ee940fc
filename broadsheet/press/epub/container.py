"""The container of an EPUB: a ZIP file whose bytes follow from its files alone.

https://www.w3.org/TR/epub-33/#sec-ocf says what is in it. `mimetype` comes first and is stored as it is.
"""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from broadsheet.press.files.xml_file import element, xml_document

MEDIA_TYPE = "application/epub+zip"
FOLDER = "EPUB"
PACKAGE = f"{FOLDER}/package.opf"

_NO_TIME = (1980, 1, 1, 0, 0, 0)  # ZIP's first; the time of a build would change the bytes
_COMPRESSED = (".jpg", ".png", ".gif")


def container(package: bytes, files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return the bytes of an EPUB with the package document `package` and `files`: names and bytes, in order."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as epub:
        _add(epub, "mimetype", MEDIA_TYPE.encode(), ZIP_STORED)
        _add(epub, "META-INF/container.xml", _container_xml())
        _add(epub, PACKAGE, package)
        for name, content in files:
            _add(
                epub, f"{FOLDER}/{name}", content, ZIP_STORED if name.endswith(_COMPRESSED) else ZIP_DEFLATED
            )
    return data.getvalue()


def _add(epub: ZipFile, name: str, content: bytes, compression: int = ZIP_DEFLATED) -> None:
    info = ZipInfo(name, _NO_TIME)
    info.create_system = 3  # Unix, whatever system builds
    info.external_attr = 0o644 << 16
    epub.writestr(info, content, compression)


def _container_xml() -> bytes:
    rootfile = element("rootfile", **{"full-path": PACKAGE, "media-type": "application/oebps-package+xml"})
    attributes = {"version": "1.0", "xmlns": "urn:oasis:names:tc:opendocument:xmlns:container"}
    return xml_document("container", element("rootfiles", markup=rootfile).encode(), attributes)
