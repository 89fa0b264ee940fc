"""The search index of all editions: its segments, and the file that lists them."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from broadsheet.press.files.digest import digest
from broadsheet.press.paper.settings import Paper
from broadsheet.press.plan.cache.build_cache import BuildCache
from broadsheet.press.plan.cache.rows import Row
from broadsheet.press.search.folding import packed_folds
from broadsheet.press.search.keys import PAIRS, WORDS, Scheme
from broadsheet.press.search.periods import periods
from broadsheet.press.search.segment import SLOTS, Segment, segment
from broadsheet.press.search.text import SearchText
from broadsheet.press.standing.standing_pages import SEARCH


class KnownSegment(msgspec.Struct, frozen=True, array_like=True):
    """What the build cache keeps of a segment: the digest of what it is made of, its version, its number of articles."""

    inputs: str
    version: str
    articles: int


KnownSegments = dict[str, KnownSegment]
"""The segments of the index by period, oldest first."""


def wanted_segments(rows: Mapping[str, Row], shown: Sequence[str]) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Return the digest of inputs and the dates of editions of each segment, by period.

    `rows` are editions by date, `shown` the dates of those that readers see, oldest first.
    """
    return {
        period: (digest(part for date in dates for part in (date, rows[date].fingerprint)), dates)
        for period, dates in periods(shown).items()
    }


def made_segment(dates: Iterable[str], build_cache: BuildCache, paper: Paper) -> Segment:
    """Return the segment of the editions of `dates`, oldest first, from what the build cache keeps of them."""
    decode = msgspec.msgpack.Decoder(tuple[SearchText, ...]).decode
    editions = [(dt.date.fromisoformat(date), decode(build_cache.part(date, "search"))) for date in dates]
    return segment(editions, _scheme(paper))


def segment_files(period: str, made: Segment) -> Iterator[tuple[str, bytes]]:
    """Yield path below output/ and bytes of the files of a segment."""
    return ((f"{SEARCH}/{period}-{made.version}/{name}", data) for name, data in made.files.items())


def list_file(segments: KnownSegments, paper: Paper) -> tuple[str, bytes]:
    """Return path below output/ and bytes of the list of segments, which a search reads first."""
    listed = {
        "scheme": _scheme(paper).name,
        "slots": SLOTS,
        "segments": [(period, known.version, known.articles) for period, known in segments.items()],
    }
    return f"{SEARCH}/segments.json", msgspec.json.encode(listed)


def folds_file() -> tuple[str, bytes]:
    """Return path below output/ and bytes of the table that folds traditional characters, which no edition changes."""
    return f"{SEARCH}/simplified.bin", packed_folds()


def _scheme(paper: Paper) -> Scheme:
    return WORDS if paper.words.fit.spaced else PAIRS
