"""XML as the files of the site hold it."""

import re
from xml.etree import ElementTree as ET

# XML 1.0, section 2.2: no other control character may stand in a document, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(element: ET.Element) -> str:
    """Return `element` as it stands in a file."""
    for part in element.iter():
        if part.text:
            part.text = _NOT_XML.sub("", part.text)
    text: str = ET.tostring(element, encoding="unicode", short_empty_elements=True)
    return text


def xml_file(root: ET.Element, children: str) -> bytes:
    """Return the file of `root`, in UTF-8 with its declaration; `children` are more of its elements, as text."""
    ET.SubElement(root, "more")
    document = xml_text(root).replace("<more />", children, 1)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{document}\n'.encode()
