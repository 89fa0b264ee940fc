"""The text of a web page that is hidden until a script of the page has laid it out."""

import re

from bs4.element import Tag

from broadsheet.ingest.web.markup.walk import value_of

_HIDDEN = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[。！？]|[.!?](?=\s|$)")


def shown_late(root: Tag) -> Tag | None:
    """Return the element of the page under `root` that readers saw although its style hides it, or None.

    A menu or a window that opens on demand is hidden in the same way; the text of the page has most of its sentences.
    """
    tags = (node for node in root.descendants if isinstance(node, Tag))
    hidden = next((tag for tag in tags if _HIDDEN.search(value_of(tag, "style"))), None)
    return hidden if hidden and 2 * _sentences(hidden) > _sentences(root) else None


def _sentences(tag: Tag) -> int:
    return len(_SENTENCE_END.findall(tag.get_text(" ")))
