"""What is kept of an edition once it is printed: enough to print its own front again, and every list it is in."""

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec
from markupsafe import Markup

from broadsheet.model.address import Address
from broadsheet.press.fingerprints import digest
from broadsheet.press.shards import Shard
from broadsheet.press.slugs import normal_name, normal_names
from broadsheet.press.views import CardView, EditionView

KINDS = ("section", "column", "author", "tag")
"""The kinds of lists, each of which has a template of its name and stands at its plural: /sections/."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """An article as lists show it; its address is its sort key, `path` its manuscript for messages."""

    address: Address
    path: str
    card: CardView
    section: str
    column: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield the lists that the article is in, each as its kind and its name."""
        for kind, name in (("section", self.section), ("column", self.column)):
            if name:
                yield kind, name
        yield from (("author", name) for name in self.authors)
        yield from (("tag", name) for name in self.tags)


class _Line(msgspec.Struct, frozen=True, array_like=True):
    """A record without its card, which the edition's view holds already."""

    address: Address
    path: str
    section: str
    column: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]


class EditionRecord(msgspec.Struct, frozen=True):
    """A printed edition: its view, and a line for each article in print order."""

    date: dt.date
    view: EditionView
    lines: tuple[_Line, ...]

    def records(self) -> Iterator[Record]:
        """Yield the articles in print order."""
        cards = (card for page in self.view.pages for card in page.cards)
        for line, card in zip(self.lines, cards, strict=True):
            yield Record(
                address=line.address,
                path=line.path,
                card=card,
                section=line.section,
                column=line.column,
                authors=line.authors,
                tags=line.tags,
            )


Names = dict[str, dict[str, int]]
"""How many articles of an edition are in each list, by kind and name, in the order of first appearance."""


class Mark(msgspec.Struct, frozen=True, array_like=True):
    """An article's digests: of what lists show of it, and of what feeds hold of it."""

    shown: str
    whole: str


Marks = dict[str, dict[str, list[Mark]]]
"""The marks of those articles in print order."""


def edition_record(shard: Shard, view: EditionView) -> EditionRecord:
    """Return what is kept of an edition."""
    return EditionRecord(
        date=shard.address.date,
        view=view,
        lines=tuple(
            _Line(
                galley.address,
                galley.path,
                galley.section,
                normal_name(galley.article.column),
                normal_names(galley.article.authors),
                normal_names(galley.article.tags),
            )
            for page in shard.pages
            for galley in page.galleys
        ),
    )


def marks_of(records: Iterable[Record], entries: Iterable[bytes]) -> Marks:
    """Return the marks of an edition's records, each with its entry for feeds."""
    marks: Marks = {kind: {} for kind in KINDS}
    for record, entry in zip(records, entries, strict=True):
        mark = Mark(digest([packed(record)]), digest([entry]))
        for kind, name in record.names():
            marks[kind].setdefault(name, []).append(mark)
    return marks


def names_of(marks: Marks) -> Names:
    """Return how many articles each list has of an edition."""
    return {kind: {name: len(found) for name, found in names.items()} for kind, names in marks.items()}


def packed(value: object) -> bytes:
    """Return `value` as bytes; the mark of safe HTML is left out and given back by `unpacked_edition`."""
    return msgspec.msgpack.encode(value, enc_hook=str)


def unpacked_edition(data: bytes) -> EditionRecord:
    """Return the edition that `packed` made into `data`. Raises msgspec.DecodeError."""
    record = msgspec.msgpack.decode(data, type=EditionRecord)
    note = record.view.editors_note
    if note is None:
        return record
    html = Markup(note.html)  # noqa: S704  it was safe when it was packed
    view = msgspec.structs.replace(record.view, editors_note=msgspec.structs.replace(note, html=html))
    return msgspec.structs.replace(record, view=view)
