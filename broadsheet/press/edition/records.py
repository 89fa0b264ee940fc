"""What is kept of an edition once it is printed: enough to print its own front again, and every list it is in."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from markupsafe import Markup

from broadsheet.model.address import Address
from broadsheet.press.edition.shard import Shard
from broadsheet.press.files.digest import digest
from broadsheet.press.paper.slugs import normal_name, normal_names
from broadsheet.press.views.edition import EditionView

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


class EditionArticles(msgspec.Struct, frozen=True):
    """A printed edition's articles in print order."""

    date: dt.date
    records: tuple[Record, ...]

    def by_list(self) -> dict[tuple[str, str], list[Record]]:
        """Return the articles of each list that has any, by its kind and its name."""
        lists: dict[tuple[str, str], list[Record]] = {}
        for record in self.records:
            for key in record.names():
                lists.setdefault(key, []).append(record)
        return lists


class EditionRecord(EditionArticles, frozen=True):
    """A printed edition: its articles, and its view."""

    view: EditionView


class Mark(msgspec.Struct, frozen=True, array_like=True):
    """An article's digests: of what lists show of it, and of what feeds hold of it."""

    shown: str
    whole: str


Counts = dict[str, dict[str, int]]
"""How many articles of an edition are in each list, by kind and name, in the order of first appearance."""


class Marks(msgspec.Struct, frozen=True, array_like=True):
    """The marks of an edition's articles in print order, and where in them those of each list are, by kind and name."""

    articles: tuple[Mark, ...] = ()
    places: dict[str, dict[str, list[int]]] = {}

    def of(self, kind: str, name: str) -> list[Mark]:
        """Return the marks of the articles in a list, in print order."""
        return [self.articles[place] for place in self.places.get(kind, {}).get(name, ())]

    def counts(self) -> Counts:
        """Return how many articles are in each list, by kind and name, in the order of first appearance."""
        return {
            kind: {name: len(found) for name, found in names.items()} for kind, names in self.places.items()
        }


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


def marks_of(records: Sequence[Record], entries: Iterable[bytes]) -> Marks:
    """Return the marks of an edition's records, each with its entry for feeds."""
    places: dict[str, dict[str, list[int]]] = {kind: {} for kind in KINDS}
    for place, record in enumerate(records):
        for kind, name in record.names():
            places[kind].setdefault(name, []).append(place)
    marks = (
        Mark(digest([packed(record)]), digest([entry]))
        for record, entry in zip(records, entries, strict=True)
    )
    return Marks(tuple(marks), places)


def packed(value: object) -> bytes:
    """Return `value` as bytes; the mark of safe HTML is left out and given back by `unpacked_edition`."""
    return msgspec.msgpack.encode(value, enc_hook=str)


def unpacked_counts(data: bytes) -> Counts:
    """Return the counts that `packed` made into `data`. Raises msgspec.DecodeError."""
    return msgspec.msgpack.decode(data, type=Counts)


def unpacked_marks(data: bytes) -> Marks:
    """Return the marks that `packed` made into `data`, or none of no data. Raises msgspec.DecodeError."""
    return msgspec.msgpack.decode(data, type=Marks) if data else Marks()


def unpacked_edition(data: bytes) -> EditionRecord:
    """Return the edition that `packed` made into `data`. Raises msgspec.DecodeError."""
    return msgspec.msgpack.decode(data, type=EditionRecord, dec_hook=_safe_again)


def unpacked_articles(data: bytes) -> EditionArticles:
    """Return the articles alone of the edition that `packed` made into `data`. Raises msgspec.DecodeError."""
    return msgspec.msgpack.decode(data, type=EditionArticles, dec_hook=_safe_again)


def _safe_again(_kind: type, html: str) -> Markup:
    return Markup(html)  # noqa: S704  it was safe when it was packed
