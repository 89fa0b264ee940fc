"""Jumps (下转, 上接) between the pages of an edition: a page that one leads to says so too, or text may be missing."""

from collections.abc import Iterator
from pathlib import Path

from broadsheet.ingest.text.raw_files import TEXT, read_source
from broadsheet.lexicon.page_numbers import page_number
from broadsheet.lexicon.patterns import OF_SCRIPT, load_lexicon
from broadsheet.model.errors import SourceError
from broadsheet.model.script import Script


def pages_named(raw: Path) -> frozenset[int]:
    """Return the numbers of the pages that the jumps on a raw page name; none for a file that cannot be read."""
    try:
        source = read_source(raw)
    except SourceError:  # its own ingest says so
        return frozenset()
    return frozenset(
        filter(None, (number for line in source.lines for number in _in(source.slice(line.span))))
    )


def _in(line: str) -> Iterator[int]:
    lexicon = load_lexicon(OF_SCRIPT[Script.HAN])
    for pattern in lexicon.tails["jump"]:
        yield from (page_number(match[0]) for match in pattern.finditer(line))
    if any(pattern.fullmatch(line.strip()) for pattern in lexicon.lines["jump"].sure):
        yield page_number(line)


def page_beside(raw: Path, number: int) -> Path:
    """Return where the plain text of page `number` of the same edition lies, or would lie."""
    pages = (path for path in sorted(raw.parent.glob(f"*{TEXT}")) if path.stem.isdecimal())
    return next((path for path in pages if int(path.stem) == number), raw.with_name(f"{number:02d}{TEXT}"))
