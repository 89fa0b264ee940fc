"""XML as the files of the site hold it."""

import re
from collections.abc import Mapping
from html import escape

# XML 1.0, section 2.2: no other control character may stand in a document, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def element(name: str, words: str = "", *, markup: str = "", **attributes: str) -> str:
    """Return an element that holds `words`, or `markup`, which is XML already."""
    head = _head(name, attributes)
    inside = markup or escape(_NOT_XML.sub("", words), quote=False)
    return f"<{head}>{inside}</{name}>" if inside else f"<{head}/>"


def xml_document(name: str, markup: str, attributes: Mapping[str, str]) -> bytes:
    """Return the file whose root is the element `name`, in UTF-8 with its declaration; `markup` is its inside, as XML."""
    head = _head(name, attributes)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<{head}>{markup}</{name}>\n'.encode()


def _head(name: str, attributes: Mapping[str, str]) -> str:
    written = (f' {key}="{escape(_NOT_XML.sub("", value))}"' for key, value in attributes.items())
    return name + "".join(written)
