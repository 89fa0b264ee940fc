"""The copy desk (编辑台): gives an edition's manuscripts to the press as copy, and lets plugins change pages."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol, TypeVar

from markupsafe import Markup

from broadsheet.model.address import Address
from broadsheet.model.edition import Edition
from broadsheet.model.errors import BroadsheetError, PressError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.schedule import Clock
from broadsheet.press.copy.body import BodyRenderer
from broadsheet.press.copy.copy import EditionCopy, read_copy, schedule_of_copy
from broadsheet.press.copy.scan import EditionFiles
from broadsheet.press.paper.settings import Paper

T = TypeVar("T")
U = TypeVar("U")


class Written(NamedTuple):
    """An article just before its page is written: Pelican's object, and the HTML that plugins have left in it."""

    article: object
    html: Markup


class CopyDesk(Protocol):
    """What gives copy to the press room, and lets plugins change each page."""

    def copy(self, files: EditionFiles, edition: Edition, clock: Clock) -> EditionCopy:
        """Return the copy of one edition: what readers may see by `clock`, and for a preview the rest. Raises PressError."""

    def doubts(self) -> tuple[Finding, ...]:
        """Return what is doubtful about what plugins did to the edition that was read last."""

    def gone_to_press(self, address: Address) -> Written | None:
        """Let plugins change the article at `address`, whose page is written now; return it, or None without plugins."""

    def printed(self, path: str, file: str, article: object) -> None:
        """Let plugins change the page `file` of the site, which lies at `path` and shows `article`, if any."""


class QuietDesk:
    """The copy desk of a paper without plugins: it only reads manuscripts."""

    def __init__(self, renderer: BodyRenderer, paper: Paper) -> None:
        self._renderer = renderer
        self._paper = paper

    def copy(self, files: EditionFiles, edition: Edition, clock: Clock) -> EditionCopy:
        """Read the manuscripts of one edition."""
        copies = each(files.manuscripts, lambda path: read_copy(path, self._renderer, self._paper.words))
        shown = [
            copy for copy in copies if self._paper.preview or (copy.is_published and not copy.is_held(clock))
        ]
        return EditionCopy(shown, schedule_of_copy(edition.address.date, copies, clock))

    def doubts(self) -> tuple[Finding, ...]:
        """Return no doubt."""
        return ()

    def gone_to_press(self, _address: Address) -> None:
        """Leave the article as it is."""

    def printed(self, _path: str, _file: str, _article: object) -> None:
        """Leave the page as it is."""


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
