"""XML as the files of the site hold it."""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import escape

# XML 1.0, section 2.2: these may not stand in a document, not even escaped. Text read as UTF-8 holds no surrogates.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ufffe\uffff]")
_NOT_PLAIN = re.compile(rf"[&<>\"']|{_NOT_XML.pattern}")


def escape_xml(text: str) -> str:
    """Return `text` as it stands between two tags, or in an attribute between double quotes."""
    return escape(_NOT_XML.sub("", text)) if _NOT_PLAIN.search(text) else text


@lru_cache(maxsize=256)
def escape_long(text: str) -> str:
    """Return `escape_xml(text)`, cached: an article stands in several feeds."""
    return escape_xml(text)


def element(name: str, text: str = "", *, markup: str = "", **attributes: str) -> str:
    """Return an element that holds `text`, or `markup`, which is XML already."""
    head = _head(name, attributes)
    inside = markup or escape_xml(text)
    return f"<{head}>{inside}</{name}>" if inside else f"<{head}/>"


def xml_document(name: str, markup: bytes, attributes: Mapping[str, str]) -> bytes:
    """Return the file whose root is the element `name`, in UTF-8 with its declaration; `markup` is its inside, as XML."""
    head = _head(name, attributes)
    before, after = f'<?xml version="1.0" encoding="utf-8"?>\n<{head}>', f"</{name}>\n"
    return b"".join((before.encode(), markup, after.encode()))


def _head(name: str, attributes: Mapping[str, str]) -> str:
    written = (f' {key}="{escape_xml(value)}"' for key, value in attributes.items())
    return name + "".join(written)
