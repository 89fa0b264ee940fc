"""Captions: the text that stands right below a picture, or right beside or above it, and is set otherwise than the text."""

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from broadsheet.ingest.layout.barriers import Barriers, across, down
from broadsheet.ingest.layout.kinds import Kind
from broadsheet.ingest.layout.lines import around
from broadsheet.ingest.layout.segments import Segment, Type
from broadsheet.ingest.text.labels import line_role, tail_of
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.marks import Frame, PageMarks, Picture
from broadsheet.model.page_reading import Role

_NEAR = 1.6  # lines
_LINES_MOST = 12
_SMALLER = 0.95  # times the size of text
_GLYPHS_MOST = 40  # that stand on a picture; one with more is the ground that text is printed on
_WHOLE = 0.8  # of the page: a picture of all of it is no photo


class Captioned(msgspec.Struct, frozen=True, eq=False):
    """A picture with the segments of its caption, from the top down."""

    picture: Picture
    caption: tuple[Segment, ...] = ()

    @property
    def frame(self) -> Frame:
        """The frame around the picture and its caption."""
        return around([self.picture.frame, *(one.frame for one in self.caption)])


def photos(marks: PageMarks) -> tuple[Picture, ...]:
    """Return the pictures of the page that are no ground for text."""
    return tuple(picture for picture in marks.pictures if not _is_ground(picture.frame, marks))


def _is_ground(frame: Frame, marks: PageMarks) -> bool:
    inside = sum(
        frame.left <= glyph.base[0] <= frame.right and frame.top <= glyph.base[1] <= frame.bottom
        for glyph in marks.glyphs
    )
    return inside > _GLYPHS_MOST or frame.width * frame.height > _WHOLE * marks.width * marks.height


def with_captions(
    pictures: Sequence[Picture],
    kinds: Mapping[Segment, Kind],
    body: Type,
    barriers: Barriers,
    lexicon: Lexicon,
) -> tuple[Captioned, ...]:
    """Return the pictures with their captions. A segment goes to the picture that it is nearest to."""
    owner: dict[Segment, tuple[float, int]] = {}
    for n, picture in enumerate(pictures):
        for one, far in _candidates(picture.frame, kinds, body, barriers, lexicon):
            owner[one] = min(owner.get(one, (far, n)), (far, n))
    return tuple(
        Captioned(
            picture,
            tuple(
                sorted(
                    (s for s, (_, m) in owner.items() if m == n), key=lambda s: (s.frame.top, s.frame.left)
                )
            ),
        )
        for n, picture in enumerate(pictures)
    )


def _candidates(
    frame: Frame, kinds: Mapping[Segment, Kind], body: Type, barriers: Barriers, lexicon: Lexicon
) -> Iterator[tuple[Segment, float]]:
    """Yield each segment that may be the caption of a picture, and how far it is; below a picture is nearest."""
    texts = [one for one, kind in kinds.items() if kind is Kind.TEXT and len(one.lines) <= _LINES_MOST]
    reach = _NEAR * body.leading
    for one in texts:
        far = _distance(frame, one.frame, reach)
        apart = _is_set_apart(one, body) or _is_credit(one, lexicon)
        if far is not None and apart and not barriers.part(frame, one.frame):
            yield one, far
            yield from (
                (other, far + 0.1) for other in texts if other is not one and _goes_on(one, other, reach)
            )


def _distance(picture: Frame, text: Frame, reach: float) -> float | None:
    """Return how far a text is from a picture that it stands below, beside or above, or None."""
    slack = 0.1 * picture.width + 2
    within = text.left >= picture.left - slack and text.right <= picture.right + slack
    if within and -3 <= text.top - picture.bottom <= reach:
        return max(text.top - picture.bottom, 0.0)
    beside = max(text.left - picture.right, picture.left - text.right)
    if 0 <= beside <= reach and down(picture, text) >= text.height - 3:
        return reach + beside
    if within and -3 <= picture.top - text.bottom <= reach:
        return 2 * reach + max(picture.top - text.bottom, 0.0)
    return None


def _is_set_apart(one: Segment, body: Type) -> bool:
    """Return whether a segment is set otherwise than text: smaller, or in another face."""
    return one.size < _SMALLER * body.size or body.face not in {line.face for line in one.lines}


def _is_credit(one: Segment, lexicon: Lexicon) -> bool:
    """Return whether the last line of a segment says who took a picture."""
    last = one.lines[-1].text.strip()
    found, tail = line_role(last, lexicon), tail_of(last, lexicon)
    return Role.PHOTO_CREDIT in {found[0] if found else None, tail.role if tail else None}


def _goes_on(one: Segment, other: Segment, reach: float) -> bool:
    """Return whether a caption goes on in a segment right below: of its size, within its width."""
    gap = other.frame.top - one.frame.bottom
    alike = abs(one.size - other.size) < 0.06 * one.size and other.lines[0].face == one.lines[0].face
    return alike and -1 <= gap <= 0.5 * reach and across(one.frame, other.frame) > 0
