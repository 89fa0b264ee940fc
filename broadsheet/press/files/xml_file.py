"""Writing XML 1.0: escaped text, elements, documents."""

import re
from collections.abc import Mapping
from html import escape

# Characters that XML 1.0 (section 2.2) allows nowhere, not even escaped. Text read as UTF-8 holds no surrogates.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]|[\ufffe\uffff]")
_NOT_PLAIN = re.compile(rf"[&<>\"']|{_NOT_XML.pattern}")


def escape_xml(text: str) -> str:
    """Return `text` escaped for use between tags or in a quoted attribute; characters that XML forbids are left out."""
    return escape(without_forbidden(text)) if _NOT_PLAIN.search(text) else text


def without_forbidden(text: str) -> str:
    """Return `text` without the characters that XML forbids."""
    return _NOT_XML.sub("", text)


def character_data(text: str) -> str:
    """Return `text` as a CDATA section (XML 1.0, section 2.7), in which HTML is shorter than escaped.

    Characters that XML forbids are left out.
    """
    return f"<![CDATA[{without_forbidden(text).replace(']]>', ']]]]><![CDATA[>')}]]>"


def element(name: str, text: str = "", /, *, markup: str = "", **attributes: str) -> str:
    """Return the element `name` with `attributes`, around `text`, which is escaped, or `markup`, which is XML already."""
    head = _head(name, attributes)
    inside = markup or escape_xml(text)
    return f"<{head}>{inside}</{name}>" if inside else f"<{head}/>"


def xml_document(name: str, markup: bytes, attributes: Mapping[str, str]) -> bytes:
    """Return an XML file in UTF-8 with its declaration; the root element `name` with `attributes` holds `markup`."""
    head = _head(name, attributes)
    before, after = f'<?xml version="1.0" encoding="utf-8"?>\n<{head}>', f"</{name}>\n"
    return b"".join((before.encode(), markup, after.encode()))


def _head(name: str, attributes: Mapping[str, str]) -> str:
    written = (f' {key}="{escape_xml(value)}"' for key, value in attributes.items())
    return name + "".join(written)
