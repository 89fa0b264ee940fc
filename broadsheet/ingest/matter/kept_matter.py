"""A poem, a table or a list on a page: its lines, and the headline and byline above or below them."""

from collections.abc import Iterable, Sequence

import msgspec

from broadsheet.ingest.text.labels import Piece
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.page_reading import Passage, Role, Story


class KeptMatter(msgspec.Struct, frozen=True, kw_only=True):
    """Pieces in a row that are one article whose lines are kept, as indices of the page's pieces.

    `role` is VERSE or ROWS. `groups` holds the stanzas of a poem, or the rows of a table. `headline` is empty where the
    page does not show which line it is. `by_place`
    says that only its place does. `perhaps_names` are lines at which another poem begins if they are names or titles.
    """

    role: Role
    groups: tuple[tuple[int, ...], ...]
    headline: tuple[int, ...] = ()
    byline: tuple[int, ...] = ()
    credit: tuple[int, ...] = ()
    by_place: bool = False
    perhaps_names: tuple[int, ...] = ()

    @property
    def pieces(self) -> tuple[int, ...]:
        """All its pieces, in raw order."""
        lines = (n for group in self.groups for n in group)
        return tuple(sorted([*self.headline, *self.byline, *lines, *self.credit]))


def with_matter(pieces: Sequence[Piece], matter: Iterable[KeptMatter]) -> tuple[Piece, ...]:
    """Return `pieces` with the role of the `matter` that they are part of."""
    roles = {n: one.role for one in matter for n in one.pieces}
    return tuple(
        msgspec.structs.replace(piece, role=roles[n], sure=True, opening="", matched=None)
        if n in roles
        else piece
        for n, piece in enumerate(pieces)
    )


def matter_doubts(matter: Sequence[KeptMatter], path: str, pieces: Sequence[Piece]) -> tuple[Finding, ...]:
    """Return the doubts about the headlines of `matter` and where it ends; `path` names the raw page."""

    def doubt(code: str, n: int, message: str) -> Finding:
        return Finding(
            code=code,
            path=path,
            line=pieces[n].line,
            message=f"“{pieces[n].text[:24]}” {message}",
            hint="look at the printed page",
            severity=Severity.DOUBT,
        )

    names = [n for one in matter for n in one.perhaps_names]
    heads = [n for one in matter if one.by_place for n in one.headline[:1]]
    return (
        *(doubt("headline-by-place", n, "heads the lines below it by its place alone") for n in heads),
        *(
            doubt(
                "perhaps-two-stories", n, "is read as verse; if it is a name or a title, a poem begins there"
            )
            for n in names
        ),
    )


def story_of(matter: KeptMatter, pieces: Sequence[Piece]) -> Story:
    """Return the story of `matter`. A headline line that opens as a deck is one."""

    def passages(role: Role, numbers: Iterable[int]) -> tuple[Passage, ...]:
        return tuple(Passage(role, (pieces[n].span,)) for n in numbers)

    decks = [n for n in matter.headline if pieces[n].opening == "deck"]
    return Story(
        headline=passages(Role.HEADLINE, [n for n in matter.headline if n not in decks]),
        deck=passages(Role.DECK, decks),
        byline=passages(Role.BYLINE, matter.byline),
        source_credit=passages(Role.SOURCE_CREDIT, matter.credit),
        body=tuple(Passage(matter.role, tuple(pieces[n].span for n in group)) for group in matter.groups),
    )
