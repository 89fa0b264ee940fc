"""What is kept of an edition once it is printed: enough to print its own front again, and every list it is in."""

import datetime as dt
from collections.abc import Iterable, Iterator

import msgspec
from markupsafe import Markup

from broadsheet.model.address import Address
from broadsheet.press.fingerprints import digest
from broadsheet.press.shards import Shard
from broadsheet.press.slugs import normal_name, normal_names
from broadsheet.press.views import EditionView

KINDS = ("section", "column", "author", "tag")
"""The kinds of lists, each of which has a template of its name and stands at its plural: /sections/."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """An article and, in `listed`, its HTML in a list; its address is its sort key, `path` its manuscript for messages."""

    address: Address
    path: str
    listed: Markup
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


class EditionRecord(msgspec.Struct, frozen=True):
    """A printed edition: its view, and its articles in print order."""

    date: dt.date
    view: EditionView
    records: tuple[Record, ...]


Names = dict[str, dict[str, int]]
"""How many articles of an edition are in each list, by kind and name, in the order of first appearance."""


class Mark(msgspec.Struct, frozen=True, array_like=True):
    """An article's digests: of what lists show of it, and of what feeds hold of it."""

    shown: str
    whole: str


Marks = dict[str, dict[str, list[Mark]]]
"""The marks of those articles in print order."""


def edition_record(shard: Shard, view: EditionView, listed: Iterable[Markup]) -> EditionRecord:
    """Return what is kept of an edition; `listed` are its articles as lists show them, in print order."""
    return EditionRecord(
        date=shard.address.date,
        view=view,
        records=tuple(
            Record(
                address=galley.address,
                path=galley.path,
                listed=html,
                section=galley.section,
                column=normal_name(galley.article.column),
                authors=normal_names(galley.article.authors),
                tags=normal_names(galley.article.tags),
            )
            for galley, html in zip(shard.set_edition.galleys, listed, strict=True)
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
    return msgspec.msgpack.decode(data, type=EditionRecord, dec_hook=_safe_again)


def _safe_again(_kind: type, html: str) -> Markup:
    return Markup(html)  # noqa: S704  it was safe when it was packed
