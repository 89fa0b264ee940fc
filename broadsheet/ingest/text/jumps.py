"""Find the pages that the jump lines (下转, 上接) of a raw page point to.

A jump to a page should be answered by a jump back; where it is not, text may be missing.
"""

from collections.abc import Iterator
from pathlib import Path

from broadsheet.ingest.text.raw_files import TEXT, read_source
from broadsheet.lexicon.page_numbers import page_number
from broadsheet.lexicon.patterns import OF_SCRIPT, load_lexicon
from broadsheet.model.errors import SourceError
from broadsheet.model.script import Script


def pages_named(raw: Path) -> frozenset[int]:
    """Return the page numbers in the jump lines of the plain text at `raw`; a file that cannot be read has none."""
    try:
        source = read_source(raw)
    except SourceError:  # the ingest of that file reports it
        return frozenset()
    return frozenset(
        filter(None, (number for line in source.lines for number in _in(source.slice(line.span))))
    )


def _in(line: str) -> Iterator[int]:
    """Yield the page number of each jump in `line`, 0 for one without a number."""
    lexicon = load_lexicon(OF_SCRIPT[Script.HAN])
    for pattern in lexicon.tails["jump"]:
        yield from (page_number(match[0]) for match in pattern.finditer(line))
    if any(pattern.fullmatch(line.strip()) for pattern in lexicon.lines["jump"].sure):
        yield page_number(line)


def page_beside(raw: Path, number: int) -> Path:
    """Return the path of page `number` in the edition of `raw`, in its format or as plain text, whether or not it exists."""
    pages = [
        path
        for suffix in dict.fromkeys((TEXT, raw.suffix))
        for path in sorted(raw.parent.glob(f"*{suffix}"))
        if path.stem.isdecimal() and int(path.stem) == number
    ]
    return next(iter(pages), raw.with_name(f"{number:02d}{TEXT}"))
