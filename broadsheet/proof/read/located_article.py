"""An article with the place of each of its parts in its file."""

from typing import NamedTuple

from broadsheet.manuscript.located import Place, Route
from broadsheet.manuscript.reader import Parsed
from broadsheet.model.address import Address
from broadsheet.model.article import Article
from broadsheet.proof.read.prose import Prose

WHOLE_FILE = Place(0, 0)
"""The place of what is about no line."""

_FRONT_LINE = 2  # the front matter begins below the first `---`


class LocatedArticle(NamedTuple):
    """An article at `path` below content/, as it was `parsed`, and its `prose`."""

    address: Address
    path: str
    parsed: Parsed
    prose: Prose

    @property
    def article(self) -> Article:
        """The article."""
        return self.parsed.article

    def place(self, at: Route | Place) -> Place:
        """Return the place of a field, or the place itself.

        A list of one text may be written as that text: `deck: 一行`. A field that the file lacks is the whole file.
        """
        if isinstance(at, Place):
            return at
        if not at:
            return WHOLE_FILE
        if line := self._line_of(at):
            return line
        places = self.parsed.places
        return places.get(at) or places.get(at[:-1] or at, WHOLE_FILE)

    def _line_of(self, route: Route) -> Place | None:
        """Return the place of a field at the edge of the front matter, which needs no parser."""
        front, key = self.parsed.front, f"{route[0]}:" if len(route) == 1 else ""
        if not key:
            return None
        start = 0 if front.startswith(key) else front.find(f"\n{key}") + 1
        return Place(front.count("\n", 0, start) + _FRONT_LINE, 1) if front.startswith(key, start) else None

    def in_body(self, offset: int) -> Place:
        """Return the place of the character at `offset` of the body."""
        body = self.article.body
        line = self.parsed.body_line + body.count("\n", 0, offset)
        return Place(line, offset - body.rfind("\n", 0, offset))

    def in_prose(self, offset: int) -> Place:
        """Return the place of the character at `offset` of the prose; of one in a field, that of the field."""
        part = self.prose.part_at(offset)
        return self.place(part.route) if part.route else self.in_body(offset - part.start)
