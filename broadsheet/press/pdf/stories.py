"""The documents of an EPUB → stories: headline stack, figures and pieces, as the templates of print take them.

An element is a list of its tag, its attributes and its content, which is text or further elements.
"""

from collections.abc import Iterator
from xml.etree import ElementTree as ET

import msgspec
from markdown.util import BLOCK_LEVEL_ELEMENTS

Element = list["str | dict[str, str] | list[Node]"]
Node = str | Element

_NAMESPACE = "{http://www.w3.org/1999/xhtml}"
_LISTS = ("ul", "ol")
_PARTED = ("div", "section")
_LEFT_OUT = ("folio", "citation")  # the leaf's head says where an article stands
_LONG = 600  # characters: a paragraph that is longer may go on in the next leaf after a sentence
_SENTENCE_ENDS = "。！？.!?"
_CODE_LINES = 12


class Stack(msgspec.Struct, frozen=True):
    """A headline stack (引题、主题、副题): the headline in its lines."""

    kicker: str
    lines: tuple[str, ...]
    deck: tuple[str, ...]


class Story(msgspec.Struct, frozen=True):
    """A story to be set: `page` is the index of its printed page, `rank` counts the page's stories before it.

    The first figure stands with the headline, `pieces` hold all other text; `head` counts those before the text itself. A
    `boxed` story stands in a frame.
    """

    page: int
    rank: int
    stack: Stack | None
    figures: tuple[Element, ...]
    pieces: tuple[Element, ...]
    head: int
    boxed: bool = False

    @property
    def has_picture(self) -> bool:
        """Whether the first figure shows a picture, and not only the words for one that did not come."""
        return any(_tag(part) == "img" for figure in self.figures[:1] for part in _elements(figure))


def story_of(document: bytes, column: str, page: int, rank: int, *, is_hanzi: bool) -> Story:
    """Return the story in `document`, an article's XHTML.

    `column` is the article's newspaper column, "" without one; `page` and `rank` are those of Story.
    """
    (root,) = ET.fromstring(document).iterfind(f".//{_NAMESPACE}article")  # noqa: S314  the press made it
    nodes = [node for node in map(element_of, root) if _class(node) not in _LEFT_OUT]
    (stack,) = (_stack(node, is_hanzi=is_hanzi) for node in nodes if _tag(node) == "hgroup")
    figures = tuple(node for node in nodes if _tag(node) == "figure")
    flow = [node for node in nodes if _tag(node) not in ("hgroup", "figure")]
    text = next(at for at, node in enumerate(flow) if _class(node) == "prose")
    head = [piece for node in flow[:text] for piece in _pieces(node)]
    if column:
        head.insert(0, ["p", {"class": "column"}, [column]])
    pieces = (*head, *(piece for node in flow[text:] for piece in _pieces(node)))
    return Story(page, rank, stack, figures, pieces, len(head))


def page_editor(document: bytes) -> str:
    """Return the words that name the editor of a printed page, from the XHTML of its first article; "" without them."""
    root = ET.fromstring(document)  # noqa: S314  the press made it
    folio = root.find(f".//{_NAMESPACE}p[@class='folio']")
    spans = [] if folio is None else [span for span in folio if not span.get("class")]
    return " ".join("".join(spans[1].itertext()).split()) if len(spans) > 1 else ""


def note_story(document: bytes) -> Story | None:
    """Return the edition's own note as a story without a headline, from its front in the EPUB; None without one."""
    root = ET.fromstring(document)  # noqa: S314  the press made it
    note = root.find(f".//{_NAMESPACE}aside")
    if note is None:
        return None
    pieces = tuple(piece for part in _elements(element_of(note)) for piece in _pieces(part))
    return Story(page=0, rank=0, stack=None, figures=(), pieces=pieces, head=0, boxed=True)


def element_of(element: ET.Element, *, keeps_space: bool = False) -> Element:
    """Return `element` as a tag, attributes and content, without the space between blocks, which only lays out the source."""
    tag = element.tag.removeprefix(_NAMESPACE)
    keeps_space = keeps_space or tag == "pre"
    return [tag, dict(element.attrib), list(_content(element, keeps_space=keeps_space))]


def _content(element: ET.Element, *, keeps_space: bool) -> Iterator[Node]:
    holds_blocks = any(child.tag.removeprefix(_NAMESPACE) in BLOCK_LEVEL_ELEMENTS for child in element)
    yield from _text(element.text, keeps_space=keeps_space, between_blocks=holds_blocks)
    number = int(element.get("start", "1"))
    for child in element:
        node = element_of(child, keeps_space=keeps_space)
        if _tag(node) == "li":
            is_ordered = element.tag.endswith("ol")
            node[1] = {"marker": f"{number}." if is_ordered else "•"}
            number += 1
        yield node
        yield from _text(child.tail, keeps_space=keeps_space, between_blocks=holds_blocks)


def _text(text: str | None, *, keeps_space: bool, between_blocks: bool) -> Iterator[str]:
    if text and (keeps_space or text.strip() or not between_blocks):
        yield text if keeps_space else text.replace("\n", " ")


def _pieces(node: Element) -> Iterator[Element]:
    """Yield `node`, or its parts where it is one that only holds others."""
    tag = _tag(node)
    if tag in (*_PARTED, *_LISTS):
        for part in _parts(node):
            yield from _pieces(["p", {}, [part]] if isinstance(part, str) else part)
    elif tag == "aside" and _class(node) == "teasers":
        for part in _elements(node):
            yield from _pieces(part)
    elif tag == "p" and not _class(node):
        yield from _sentences(node)
    elif tag == "pre":
        yield from _code(node)
    else:
        yield node


def _sentences(node: Element) -> Iterator[Element]:
    """Yield a paragraph, in parts where it is long: each but the last ends with a sentence, each but the first goes on."""
    part: list[Node] = []
    length = 0
    kind: dict[str, str] = {}
    for child in _parts(node):
        for words in _sentence_runs(child) if isinstance(child, str) else [child]:
            part.append(words)
            length += len(words) if isinstance(words, str) else 0
            if length > _LONG and isinstance(words, str) and words[-1:] in _SENTENCE_ENDS:
                yield ["p", kind, part]
                part, length, kind = [], 0, {"class": "goes-on"}
    if part:
        yield ["p", kind, part]


def _sentence_runs(text: str) -> Iterator[str]:
    start = 0
    for at, char in enumerate(text):
        if char in _SENTENCE_ENDS:
            yield text[start : at + 1]
            start = at + 1
    if text[start:]:
        yield text[start:]


def _code(node: Element) -> Iterator[Element]:
    lines = _words(node).rstrip("\n").split("\n")
    for start in range(0, len(lines), _CODE_LINES):
        yield ["pre", {}, ["\n".join(lines[start : start + _CODE_LINES])]]


def _words(node: Node) -> str:
    return node if isinstance(node, str) else "".join(map(_words, _parts(node)))


def _stack(hgroup: Element, *, is_hanzi: bool) -> Stack:
    """Return the headline stack in `hgroup`: phrases of a line are parted by a space, a wide one between hanzi."""
    space = "\u3000" if is_hanzi else " "
    kicker = ""
    lines: list[str] = []
    deck: list[str] = []
    for part in _elements(hgroup):
        words = " ".join(_words(part).split())
        if _class(part) == "kicker":
            kicker = words
        elif _class(part) == "deck":
            deck.append(words)
        else:
            rows = [row for row in _elements(part) if _class(row) == "headline-line"] or [part]
            lines.extend(" ".join(_words(row).split()).replace(" ", space) for row in rows)
    return Stack(kicker, tuple(lines), tuple(deck))


def _tag(node: Element) -> str:
    return str(node[0])


def _class(node: Element) -> str:
    attributes = node[1]
    return attributes.get("class", "") if isinstance(attributes, dict) else ""


def _parts(node: Element) -> list[Node]:
    parts = node[2]
    return parts if isinstance(parts, list) else []


def _elements(node: Element) -> list[Element]:
    return [part for part in _parts(node) if not isinstance(part, str)]
