"""What a photo's file says of the photo: the caption and the credit that a desk or an agency wrote into it.

IPTC's two forms are read: XMP, which newer programs write, and the older IIM beside it. Nothing is taken from them
unasked: an agency's caption may be of another language, another day, or another picture.
"""

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree import ElementTree as ET

from PIL import Image, ImageFile
from PIL.IptcImagePlugin import getiptcinfo

_IIM_CAPTION, _IIM_CREDIT = ((2, 120),), ((2, 110), (2, 80))
_LI = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
_DC, _PHOTOSHOP = "{http://purl.org/dc/elements/1.1/}", "{http://ns.adobe.com/photoshop/1.0/}"
_XMP_CAPTION, _XMP_CREDIT = (f"{_DC}description",), (f"{_PHOTOSHOP}Credit", f"{_DC}creator")
_ENCODINGS = ("utf-8", "gb18030")  # IIM seldom says which; the bytes of one are no text of the other


class PhotoWords(NamedTuple):
    """A caption and a credit, each in one line, or ""."""

    caption: str
    credit: str


def words_of(image: ImageFile.ImageFile) -> PhotoWords:
    """Return the caption and credit in the file of `image`."""
    iim, xmp = getiptcinfo(image) or {}, _xmp(image)
    return PhotoWords(
        caption=_line(_of_xmp(xmp, _XMP_CAPTION)) or _line(_of_iim(iim, _IIM_CAPTION)),
        credit=_line(_of_xmp(xmp, _XMP_CREDIT)) or _line(_of_iim(iim, _IIM_CREDIT)),
    )


def _line(texts: Iterator[str]) -> str:
    return " ".join(dict.fromkeys(line for text in texts if (line := " ".join(text.split()))))


def _xmp(image: Image.Image) -> ET.Element | None:
    data = image.info.get("xmp", b"")
    if b"<!" in data:  # XMP defines no entities, and what defines some is not XMP
        return None
    try:
        return ET.fromstring(data.strip(b"\0 \n"))  # noqa: S314  without entities it is only as large as it looks
    except ET.ParseError:
        return None


def _of_xmp(xmp: ET.Element | None, names: tuple[str, ...]) -> Iterator[str]:
    """Yield the texts of the properties `names`; of a text in several languages the first, which is the default."""
    for element in xmp.iter() if xmp is not None else ():
        for name in names:
            if name in element.attrib:
                yield element.attrib[name]
            elif element.tag == name:
                items = [item.text or "" for item in element.iter(_LI)] or [element.text or ""]
                yield from items[:1] if name in _XMP_CAPTION else items


def _of_iim(
    iim: dict[tuple[int, int], bytes | list[bytes]], keys: tuple[tuple[int, int], ...]
) -> Iterator[str]:
    for key in keys:
        value = iim.get(key, b"")
        for data in value if isinstance(value, list) else [value]:
            yield _decoded(data)


def _decoded(data: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return ""
