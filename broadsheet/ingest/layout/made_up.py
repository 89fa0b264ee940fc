"""The stories of a layout → text and passages: the same form in which a page of text is read."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

import msgspec

from broadsheet.ingest.layout.barriers import across
from broadsheet.ingest.layout.boxes import holds
from broadsheet.ingest.layout.columns import Column, columns_of
from broadsheet.ingest.layout.draft import LayoutDraft
from broadsheet.ingest.layout.growth.evidence import Grown
from broadsheet.ingest.layout.headline_stack import stack_lines
from broadsheet.ingest.layout.kinds import Kind
from broadsheet.ingest.layout.lines import TextLine, around
from broadsheet.ingest.layout.page_writer import PageWriter
from broadsheet.ingest.layout.paragraphs import Part, caption_parts, parts_of, set_lines
from broadsheet.ingest.layout.photos.captions import Captioned
from broadsheet.ingest.layout.photos.owners import owners_of
from broadsheet.ingest.layout.reading_order import in_order, stories_in_order
from broadsheet.ingest.layout.segments import Segment
from broadsheet.ingest.reading import PlacedPicture
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.marks import Frame, Picture
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText

_FIELDS = {
    Role.KICKER: "kicker",
    Role.HEADLINE: "headline",
    Role.DECK: "deck",
    Role.BYLINE: "byline",
    Role.CAPTION: "captions",
    Role.PHOTO_CREDIT: "captions",
    Role.SOURCE_CREDIT: "source_credit",
    Role.JUMP: "jump",
}
_TEXT_LEAST = 12  # characters of a story without a headline


class MadeUp(msgspec.Struct, frozen=True, kw_only=True):
    """A page made up as text: its source, its reading, what each of its lines is on the page, and its pictures.

    `loose` are the pictures that belong to no story, and to no advertisement; those with captions are in `pictures` too.
    """

    source: SourceText
    page: PageReading
    lines: Mapping[int, TextLine]
    pictures: tuple[PlacedPicture, ...]
    loose: tuple[Picture, ...]


class _Whole(NamedTuple):
    """A story with its photos."""

    story: Grown
    photos: tuple[Captioned, ...]

    @property
    def is_vertical(self) -> bool:
        """Whether most of its text runs downwards."""
        vertical = sum(text.ink for text in self.story.texts if text.vertical)
        return 2 * vertical > sum(text.ink for text in self.story.texts)

    @property
    def frame(self) -> Frame:
        """The frame around all of it."""
        head = [self.story.stack.frame] if self.story.stack else []
        return around(
            [*head, *(text.frame for text in self.story.texts), *(photo.frame for photo in self.photos)]
        )


def make_up(path: str, draft: LayoutDraft) -> MadeUp:
    """Return the page in the file at `path`, whose stories `draft` holds, made up as text."""
    writer = PageWriter()
    told, left = _told(draft.stories)
    owners = owners_of(draft.photos, told, draft.barriers)
    wholes = [
        _Whole(
            story, tuple(photo for photo, owner in zip(draft.photos, owners, strict=True) if owner is story)
        )
        for story in told
    ]
    running = [one for one, kind in draft.kinds.items() if kind in {Kind.TEXT, Kind.LABEL, Kind.SUBHEAD}]
    columns = columns_of(running, draft.lexicon.characters)
    written = [
        _written(whole, draft, columns, writer)
        for whole in stories_in_order(wholes, lambda whole: whole.frame, lambda whole: whole.is_vertical)
    ]
    furniture = [one for one, kind in draft.kinds.items() if kind is Kind.FURNITURE]
    loose = [photo for photo, owner in zip(draft.photos, owners, strict=True) if owner is None]
    loose = [photo for photo in loose if photo.caption or not _is_advertised(photo, furniture)]
    apart = _by_segment(furniture, Role.FURNITURE, writer)
    unplaced = _by_segment(left, Role.UNPLACED, writer)
    captions = [(photo, _by_segment(photo.caption, Role.UNPLACED, writer)) for photo in loose]
    page = PageReading(
        stories=tuple(story for story, _ in written),
        furniture=apart,
        unplaced=(*unplaced, *(passage for _, caption in captions for passage in caption)),
    )
    return MadeUp(
        source=SourceText.of(path, "\n".join(writer.text)),
        page=page,
        lines=writer.lines,
        pictures=(
            *(placed for _, pictures in written for placed in pictures),
            *(
                PlacedPicture(photo.picture, caption[0].start, captioned=False)
                for photo, caption in captions
                if caption
            ),
        ),
        loose=tuple(photo.picture for photo in loose),
    )


def _is_advertised(photo: Captioned, furniture: Sequence[Segment]) -> bool:
    """Return whether words that are no part of a story stand on a picture, as on an advertisement."""
    return any(holds(photo.picture.frame, one.frame) for one in furniture)


def _told(stories: Sequence[Grown]) -> tuple[list[Grown], list[Segment]]:
    """Return the stories that have text, and the segments of the others."""
    told: list[Grown] = []
    left: list[Segment] = []
    for story in stories:
        enough = sum(text.ink for text in story.texts) >= _TEXT_LEAST
        if story.texts and (story.stack or enough):
            told.append(story)
        else:
            left += [*(story.stack.segments if story.stack else ()), *story.texts]
    return told, left


def _written(
    whole: _Whole, draft: LayoutDraft, columns: Sequence[Column], writer: PageWriter
) -> tuple[Story, list[PlacedPicture]]:
    """Write a story, and return it with its pictures."""
    head = writer.passages(_head(whole.story, draft.lexicon))
    texts = _in_order(whole, draft.kinds)
    main = writer.passages(parts_of(set_lines(texts, columns, draft.kinds), draft.body, draft.lexicon))
    captions: list[Passage] = []
    pictures: list[PlacedPicture] = []
    for photo in whole.photos:
        lines = [line for segment in photo.caption for line in segment.lines]
        passages = writer.passages(caption_parts(lines, draft.lexicon))
        captions += passages
        words = passages or [passage for passage in main if passage.role is Role.PHOTO_CREDIT]
        at = words[0].start if words else (main or head)[0].start
        pictures.append(PlacedPicture(photo.picture, at, bool(words)))
    return _story((*head, *main, *captions)), pictures


def _head(story: Grown, lexicon: Lexicon) -> Iterator[Part]:
    if story.stack:
        for role, group in groupby(stack_lines(story.stack, lexicon), key=lambda one: one.role):
            for n, one in enumerate(group):
                yield Part(one.line, role, starts=not n)


def _in_order(whole: _Whole, kinds: Mapping[Segment, Kind]) -> tuple[Segment, ...]:
    """Return the text of a story in reading order: first the bylines with no text above them, wherever they stand."""
    texts = whole.story.texts
    others = [one.frame for one in texts if kinds[one] is not Kind.LABEL]
    above = [
        one
        for one in texts
        if kinds[one] is Kind.LABEL
        and not any(across(one.frame, other) > 0 and other.top < one.frame.top for other in others)
    ]
    below = [one for one in texts if one not in above]
    spanning = [photo.picture.frame for photo in whole.photos]
    return (*sorted(above, key=lambda one: one.frame.top), *in_order(below, lambda one: one.frame, spanning))


def _story(passages: Sequence[Passage]) -> Story:
    fields: dict[str, tuple[Passage, ...]] = {}
    for passage in passages:
        name = _FIELDS.get(passage.role, "body")
        fields[name] = (*fields.get(name, ()), passage)
    return Story(**fields)


def _by_segment(found: Sequence[Segment], role: Role, writer: PageWriter) -> tuple[Passage, ...]:
    """Write segments from the top of the page down, and return a passage for each."""
    ordered = sorted(found, key=lambda one: (one.frame.top, one.frame.left))
    return tuple(
        passage
        for segment in ordered
        for passage in writer.passages(Part(line, role, starts=not n) for n, line in enumerate(segment.lines))
    )
