"""Plain values that know their places: what front matter and `edition.yaml` hold, before the schema has seen it."""

from collections.abc import Callable
from functools import cached_property
from typing import NamedTuple

Route = tuple[str | int, ...]


class Place(NamedTuple):
    """Line and column in the file, both from 1."""

    line: int
    column: int


class Located:
    """Plain Python values (`str`, `list`, `dict`), and the place of each by the route of keys that leads to it.

    The places are worked out when they are asked for, which only a mistake or a proof does.
    """

    def __init__(
        self, value: dict[str, object], find_places: Callable[[], dict[Route, Place]] = dict
    ) -> None:
        self.value = value
        self._find_places = find_places

    @cached_property
    def places(self) -> dict[Route, Place]:
        """The place of each value, that of the whole at `()`."""
        return self._find_places()
