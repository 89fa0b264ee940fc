"""XML as the files of the site hold it."""

import re
from xml.etree import ElementTree as ET

# XML 1.0, section 2.2: no other control character may stand in a document, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_bytes(root: ET.Element) -> bytes:
    """Return the file of `root`, in UTF-8 with its declaration."""
    for element in root.iter():
        if element.text:
            element.text = _NOT_XML.sub("", element.text)
    document: str = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{document}\n'.encode()
