"""The copy desk (编辑台): an edition's manuscripts as copy, and who hears of what is printed of them."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol, TypeVar

from broadsheet.model.address import Address
from broadsheet.model.edition import EditionFacts
from broadsheet.model.errors import BroadsheetError, PressError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.press.copy.body import BodyRenderer
from broadsheet.press.copy.copy import Copy, read_copy
from broadsheet.press.copy.scan import EditionFiles
from broadsheet.press.paper.settings import Paper

T = TypeVar("T")
U = TypeVar("U")


class CopyDesk(Protocol):
    """What the press room asks for copy, and tells of each page."""

    def copies(self, files: EditionFiles, facts: EditionFacts) -> list[Copy]:
        """Return the copy of one edition: what readers may see, and for a preview the rest. Raises PressError."""

    def gone_to_press(self, address: Address) -> object:
        """Hear that the article at `address` is printed now; return what hears of it knows it by."""

    def printed(self, path: str, context: Mapping[str, object]) -> None:
        """Hear that a page is printed, and where."""


class QuietDesk:
    """The copy desk of a paper without plugins: it reads manuscripts, and nobody hears of anything."""

    def __init__(self, renderer: BodyRenderer, paper: Paper) -> None:
        self._renderer = renderer
        self._paper = paper

    def copies(self, files: EditionFiles, _facts: EditionFacts) -> list[Copy]:
        """Read the manuscripts of one edition."""
        copies = each(files.manuscripts, lambda path: read_copy(path, self._renderer, self._paper.words))
        return [copy for copy in copies if copy.is_published or self._paper.preview]

    def gone_to_press(self, _address: Address) -> None:
        """Tell nobody."""

    def printed(self, _path: str, _context: Mapping[str, object]) -> None:
        """Tell nobody."""


def each(items: Iterable[T], work: Callable[[T], U]) -> list[U]:
    """Return what `work` makes of each of `items`. Raises PressError with the findings of all where it fails for some."""
    done: list[U] = []
    findings: list[Finding] = []
    for item in items:
        try:
            done.append(work(item))
        except BroadsheetError as error:
            findings.extend(error.findings)
    raise_if_any(PressError, findings)
    return done
