"""A saved web page → its text, run by run: what stands in one block of the page is one line of its source text.

Nothing is executed or fetched. Scripts, styles and hidden elements are text of the file too: they become lines, so
that the ledger holds them, and are marked as what they are. White space is set as browsers set it (CSS Text 3, 4.1).
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bs4 import BeautifulSoup, Tag
from bs4.element import PageElement

from broadsheet.ingest.web.walk import picture_of, set_white_space, steps, words_of
from broadsheet.lexicon.web_pages import CODE_TAGS, INLINE_TAGS
from broadsheet.model.source import SourceText, Span, is_ink

_STRONG = frozenset({"b", "strong", "h1", "h2", "h3", "h4", "h5", "h6", "th"})
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|table)", re.IGNORECASE)


class Element(NamedTuple):
    """An element that a run stands in: a number of its own, its tag, the words of its class and id, its style."""

    number: int
    name: str
    words: frozenset[str]
    style: str


class Run(NamedTuple):
    """A block's characters. `path` leads from the innermost block outward; `inner` holds the inline elements.

    `ink` counts its inked characters, `linked` and `strong` those inside links and bold type. A picture is a run
    without characters, at the place where the next character stands.
    """

    span: Span
    line: int
    path: tuple[Element, ...]
    inner: frozenset[Element]
    ink: int
    linked: int
    strong: int
    hidden: bool
    picture: str


class WebText(NamedTuple):
    """A page's text and its runs, in the order of the file; `name` is what the page calls itself."""

    source: SourceText
    runs: tuple[Run, ...]
    name: str


def read_runs(path: str, html: str) -> WebText:
    """Parse `html`, which was read from `path`."""
    soup = BeautifulSoup(html, "html.parser")
    builder = _Builder()
    for kind, node in steps(soup):
        builder.take(kind, node)
    builder.flush()
    source = SourceText.of(path, "\n".join(builder.lines))
    return WebText(source, tuple(builder.placed(source)), _name(soup))


def _name(soup: BeautifulSoup) -> str:
    shared = soup.find("meta", property="og:title")
    title = soup.title.get_text() if soup.title else ""
    return str(shared.get("content") or "") + " " + title if isinstance(shared, Tag) else title


class _Open(NamedTuple):
    element: Element
    block: bool
    hidden: bool


class _Builder:
    """Collects the text of the block that is open, and writes it as a line when the block ends."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.runs: list[Run] = []
        self.open: list[_Open] = []
        self.parts: list[tuple[str, tuple[_Open, ...]]] = []
        self.count = 0

    def take(self, kind: str, node: PageElement) -> None:
        if kind == "text":
            self.parts.append((str(node), tuple(self.open)))
        elif isinstance(node, Tag) and kind == "open":
            self.begin(node)
        elif self.open:
            if self.open[-1].block:
                self.flush()
            self.open.pop()

    def begin(self, tag: Tag) -> None:
        style = str(tag.get("style") or "")
        block = tag.name not in INLINE_TAGS or bool(_BLOCK.search(style))
        hidden = tag.has_attr("hidden") or bool(_HIDDEN.search(style)) or tag.name in CODE_TAGS
        self.count += 1
        if block:
            self.flush()
        self.open.append(_Open(Element(self.count, tag.name, words_of(tag), style), block, hidden))
        if tag.name == "img" and (picture := picture_of(tag)):
            self.add((), tuple(self.open[:-1]), picture)

    def flush(self) -> None:
        text = set_white_space("".join(part for part, _ in self.parts))
        parts = [(part, where) for part, where in self.parts if any(map(is_ink, part))]
        self.parts = []
        if parts:
            self.lines.append(text)
            self.add(parts, _common([where for _, where in parts]), "")

    def add(self, parts: object, where: tuple[_Open, ...], picture: str) -> None:
        counted = parts if isinstance(parts, list) else []
        blocks = [opened.element for opened in where if opened.block]
        self.runs.append(
            Run(
                span=Span(0, 0),
                line=len(self.lines),
                path=tuple(reversed(blocks)),
                inner=frozenset(opened.element for opened in where if not opened.block),
                ink=_ink(counted, frozenset()),
                linked=_ink(counted, frozenset({"a"})),
                strong=_ink(counted, _STRONG),
                hidden=any(opened.hidden for opened in where),
                picture=picture,
            )
        )

    def placed(self, source: SourceText) -> Iterator[Run]:
        """Yield the runs with their spans; a picture stands where the next line begins."""
        for run in self.runs:
            if run.picture:
                later = (
                    source.lines[run.line].span.start if run.line < len(source.lines) else len(source.text)
                )
                yield run._replace(span=Span(later, later))
            else:
                yield run._replace(span=source.lines[run.line - 1].span)


def _ink(parts: list[tuple[str, tuple[_Open, ...]]], tags: frozenset[str]) -> int:
    """Count inked characters, of those inside one of `tags` where any are named."""
    return sum(
        sum(map(is_ink, text))
        for text, where in parts
        if not tags or any(opened.element.name in tags for opened in where)
    )


def _common(paths: list[tuple[_Open, ...]]) -> tuple[_Open, ...]:
    """Return the open elements that all texts of a run stand in."""
    return tuple(
        level[0] for level in zip(*paths, strict=False) if len({o.element.number for o in level}) == 1
    )
