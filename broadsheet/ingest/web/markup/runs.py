"""What a page's text is made of: elements, and runs, each of which is what stands in one block of the page."""

from typing import NamedTuple

import msgspec

from broadsheet.model.page_reading import Role
from broadsheet.model.source import SourceText, Span, is_ink


class Form(NamedTuple):
    """How a run is set: as what, in which table, list, quotation or piece of code.

    In a list: in which item, the kinds of the lists that are `nested` in it around the item, and whether its numbers are
    as Markdown would count them.
    """

    role: Role
    group: int
    item: int = 0
    nested: tuple[Role, ...] = ()
    counted: bool = True


class Element(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """An element: its number in the order of the page, its tag, the words of its class and id, its style.

    `parent` is the block that it stands in, `around` the element, block or not; both are None for the page. `hidden`,
    `linked`, `strong`, `raised` (`sup` or `sub`), `framed` (a menu or the like), `preset` (its line
    ends break lines) and `form` hold for all inside it.
    """

    number: int
    name: str
    words: frozenset[str] = frozenset()
    style: str = ""
    parent: "Element | None" = None
    around: "Element | None" = None
    block: bool = True
    hidden: bool = False
    linked: bool = False
    strong: bool = False
    raised: str = ""
    framed: bool = False
    preset: bool = False
    form: Form | None = None


class Run(msgspec.Struct, frozen=True, eq=False, kw_only=True):
    """A block's characters: `block` is the innermost block, `inner` the inline elements around all of them.

    `parts` are the inline pieces as they follow each other: inked characters and the innermost element of each.
    `ink` counts inked characters, `linked` and `strong` those inside links and bold type. A picture is a run without
    characters, at the place where the next character stands.
    """

    span: Span
    line: int
    block: Element
    inner: tuple[Element, ...] = ()
    parts: tuple[tuple[int, Element], ...] = ()
    ink: int = 0
    linked: int = 0
    strong: int = 0
    hidden: bool = False
    picture: str = ""
    form: Form | None = None

    @property
    def place(self) -> Element:
        """The innermost element in which all of this run stands."""
        return self.inner[0] if self.inner else self.block

    @property
    def near(self) -> tuple[Element, ...]:
        """The elements that are about this run and little more."""
        outer = self.block.parent
        return (*self.inner, self.block, *((outer,) if outer else ()))


class WebText(msgspec.Struct, frozen=True, kw_only=True):
    """A page's text, its elements and its runs, in the order of the file.

    `ends` has, for each element, the number of the last element in it.
    """

    source: SourceText
    elements: tuple[Element, ...]
    ends: tuple[int, ...]
    runs: tuple[Run, ...]

    def words(self, run: Run) -> str:
        """Return the characters of `run`."""
        return self.source.slice(run.span)

    def holds(self, block: int, run: Run) -> bool:
        """Say whether `run` stands in the element numbered `block`; 0 is the whole page."""
        return block <= run.block.number <= self.ends[block]

    def pieces(self, run: Run) -> list[tuple[Span, Element]]:
        """Return the inline pieces of `run` with their places."""
        pieces: list[tuple[Span, Element]] = []
        inked = [at for at in range(*run.span) if is_ink(self.source.text[at])]
        first = 0
        for ink, element in run.parts:
            pieces.append((Span(inked[first], inked[first + ink - 1] + 1), element))
            first += ink
        return pieces
