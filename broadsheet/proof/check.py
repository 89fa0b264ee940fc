"""A check: its code, how serious what it finds is, and the function that finds it."""

from collections.abc import Callable, Iterator
from typing import Generic, NamedTuple, TypeVar

from broadsheet.manuscript.located import Place, Route
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.message import Message
from broadsheet.proof.read.located_article import WHOLE_FILE
from broadsheet.proof.read.prose import Prose

T = TypeVar("T")


class Remark(NamedTuple):
    """What a check found: what is wrong, what to do, and where.

    `at` is the route of a field, or a place in the file. `path` is the file, where the check is not about a single one.
    """

    message: str
    hint: str
    at: Route | Place = WHOLE_FILE
    path: str = ""


class Spot(NamedTuple):
    """What a check found in the characters from `start` to `end` of a text.

    `mended` is what may stand there instead without another meaning, or None where a person has to decide.
    """

    start: int
    end: int
    message: Message
    hint: Message
    mended: str | None = None


class Check(NamedTuple, Generic[T]):
    """A check of a `T`. `find` yields a remark for each place; its docstring explains the code."""

    code: str
    severity: Severity
    find: Callable[[T], Iterator[Remark]]

    @property
    def about(self) -> str:
        """What the check finds."""
        return _about(self.find)


class TextCheck(NamedTuple):
    """A check of the sentences of a manuscript. `find` yields a spot for each place; its docstring explains the code.

    The check is left out where the text holds none of the words `needs`, which saves most of the time.
    """

    code: str
    severity: Severity
    find: Callable[[Prose], Iterator[Spot]]
    needs: tuple[str, ...] = ()

    @property
    def about(self) -> str:
        """What the check finds."""
        return _about(self.find)


def _about(find: Callable[..., object]) -> str:
    return (find.__doc__ or "").partition("\n\n")[0].replace("\n    ", " ").rstrip(".")


class Reported(NamedTuple):
    """A code of the findings that reading a file reports, and what it finds. They are errors."""

    code: str
    about: str
    severity: Severity = Severity.ERROR


def finding_of(check: Check[T] | TextCheck, remark: Remark | Spot, path: str, place: Place) -> Finding:
    """Return the finding of `check` at `place` in the file `path`."""
    return Finding(check.code, path, remark.message, remark.hint, place.line, place.column, check.severity)
