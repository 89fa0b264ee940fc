"""Records: what the build cache keeps of an edition, so that its front and its lists need no manuscript again."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

import msgspec
from markupsafe import Markup

from broadsheet.model.address import Address
from broadsheet.press.edition.shard import Shard
from broadsheet.press.files.digest import digest
from broadsheet.press.paper.slugs import normal_name, normal_names
from broadsheet.press.sheets.sheet_press import Listed
from broadsheet.press.views.edition import EditionView

KINDS = ("section", "column", "author", "tag")
"""The kinds of lists; each has a template of its name and an address of its plural: /sections/."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What the build cache keeps of an article for lists: `card` and `line` are its HTML in lists.

    `path` is that of its manuscript, for messages; the other fields say which lists it is in.
    """

    address: Address
    path: str
    card: Markup
    line: Markup
    section: str
    column: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]

    def names(self) -> Iterator[tuple[str, str]]:
        """Yield the kind and name of each list that the article is in."""
        for kind, name in (("section", self.section), ("column", self.column)):
            if name:
                yield kind, name
        yield from (("author", name) for name in self.authors)
        yield from (("tag", name) for name in self.tags)


class EditionArticles(msgspec.Struct, frozen=True):
    """The records of an edition's articles in print order."""

    date: dt.date
    records: tuple[Record, ...]

    def by_list(self) -> dict[tuple[str, str], list[Record]]:
        """Return the records by the kind and name of the lists that they are in."""
        lists: dict[tuple[str, str], list[Record]] = {}
        for record in self.records:
            for key in record.names():
                lists.setdefault(key, []).append(record)
        return lists


class EditionRecord(EditionArticles, frozen=True):
    """What the build cache keeps of an edition: the records of its articles, and the view that its front shows."""

    view: EditionView


class Mark(msgspec.Struct, frozen=True, array_like=True):
    """Two digests of an article, by which the next build finds stale lists and feeds.

    `shown` is the digest of its record, which lists show; `whole` is that of its feed entry.
    """

    shown: str
    whole: str


Counts = dict[str, dict[str, int]]
"""The number of an edition's articles in each list, by kind and name, in the order of first appearance."""


class Marks(msgspec.Struct, frozen=True, array_like=True):
    """The marks of an edition's articles in print order, and which of the articles are in each list.

    `places` has the places of a list's articles by its kind and name. An article's place is its index in the edition in
    print order, from 0.
    """

    articles: tuple[Mark, ...] = ()
    places: dict[str, dict[str, list[int]]] = {}

    def of(self, kind: str, name: str) -> list[Mark]:
        """Return the marks of the articles in a list, in print order."""
        return [self.articles[place] for place in self.places.get(kind, {}).get(name, ())]

    def counts(self) -> Counts:
        """Return the number of articles in each list."""
        return {
            kind: {name: len(found) for name, found in names.items()} for kind, names in self.places.items()
        }


def edition_record(shard: Shard, view: EditionView, listed: Iterable[Listed]) -> EditionRecord:
    """Return the record of an edition; `listed` are its articles as lists show them, in print order."""
    return EditionRecord(
        date=shard.address.date,
        view=view,
        records=tuple(
            Record(
                address=galley.address,
                path=galley.path,
                card=shown.card,
                line=shown.line,
                section=galley.section,
                column=normal_name(galley.article.column),
                authors=normal_names(galley.article.authors),
                tags=normal_names(galley.article.tags),
            )
            for galley, shown in zip(shard.set_edition.galleys, listed, strict=True)
        ),
    )


def marks_of(records: Sequence[Record], entries: Iterable[bytes]) -> Marks:
    """Return the marks of an edition; `entries` are the packed feed entries of its `records`, in the same order."""
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
    """Return `value` as MessagePack. Markup is packed as a string; the functions that unpack it make it Markup again."""
    return msgspec.msgpack.encode(value, enc_hook=str)


def unpacked_counts(data: bytes) -> Counts:
    """Return the counts that `packed` packed into `data`. Raises msgspec.DecodeError."""
    return msgspec.msgpack.decode(data, type=Counts)


def unpacked_marks(data: bytes) -> Marks:
    """Return the marks that `packed` packed into `data`; empty data give no marks. Raises msgspec.DecodeError."""
    return msgspec.msgpack.decode(data, type=Marks) if data else Marks()


def unpacked_edition(data: bytes) -> EditionRecord:
    """Return the record of an edition that `packed` packed into `data`. Raises msgspec.DecodeError."""
    return msgspec.msgpack.decode(data, type=EditionRecord, dec_hook=_safe_again)


def unpacked_articles(data: bytes) -> EditionArticles:
    """Return the same record without the view, which takes longest to unpack. Raises msgspec.DecodeError."""
    return msgspec.msgpack.decode(data, type=EditionArticles, dec_hook=_safe_again)


def _safe_again(_kind: type, html: str) -> Markup:
    return Markup(html)  # noqa: S704  it was safe when it was packed
