"""An element of a web page, with what holds for all that stands in it."""

import re

from bs4.element import Tag

from broadsheet.ingest.web.markup.runs import Element
from broadsheet.ingest.web.markup.structures import form_inside
from broadsheet.ingest.web.markup.walk import value_of, words_of
from broadsheet.lexicon.web_pages import CODE_TAGS, FRAME_TAGS, INLINE_TAGS, VISUALLY_HIDDEN

_STRONG = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
_LARGE, _SMALL = ";font-size:x-large", ";font-size:small"
_FONT_SIZES = dict.fromkeys(("5", "6", "7", "+2", "+3"), _LARGE) | dict.fromkeys(("1", "2", "-1"), _SMALL)
"""What sizes of `font` mean (HTML Standard, 15.3.4)."""

_ALIGNED = {"middle": "center"}
"""What `align` means where it is no value of CSS (HTML Standard, 15.3.3)."""

_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|table)", re.IGNORECASE)


def element_of(tag: Tag, number: int, *, around: Element, parent: Element, shown: bool) -> Element:
    """Return the element of `tag`, which is the `number`th of the page, `around` and `parent` being open around it.

    With `shown`, no style hides it.
    """
    align = value_of(tag, "align").lower()
    style = f"{value_of(tag, 'style')};text-align:{_ALIGNED.get(align, align)}"
    if tag.name == "font":
        style += _FONT_SIZES.get(value_of(tag, "size"), "")
    elif tag.name == "small":
        style += _SMALL
    words = words_of(tag)
    for_readers_aloud = any(words >= hidden for hidden in VISUALLY_HIDDEN)
    hides = (
        "hidden" in tag.attrs
        or bool(_HIDDEN.search(style) and not shown)
        or tag.name in CODE_TAGS
        or for_readers_aloud
    )
    return Element(
        number=number,
        name=tag.name,
        words=words,
        style=style,
        parent=parent,
        around=around,
        block=tag.name not in INLINE_TAGS or bool(_BLOCK.search(style)),
        hidden=around.hidden or hides,
        linked=around.linked or tag.name == "a",
        strong=around.strong or tag.name in _STRONG,
        raised=tag.name if tag.name in ("sup", "sub") else around.raised,
        framed=around.framed or tag.name in FRAME_TAGS,
        preset=around.preset or tag.name == "pre",
        form=form_inside(tag, number, around.form),
    )
