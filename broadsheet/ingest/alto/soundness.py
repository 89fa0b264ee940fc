"""Refuse places that no printed page has: sizes that are no numbers, words off the page, more lines than print has."""

import math
import statistics
from collections.abc import Sequence

from broadsheet.ingest.alto.words import Block, Word
from broadsheet.ingest.alto.xml import BadPageError
from broadsheet.ingest.text.raw_files import MOST_LINES
from broadsheet.manuscript.records.page_file import MOST_RATIO


def check_places(blocks: Sequence[Block], size: tuple[float, float]) -> None:
    """Raise BadPageError unless `blocks` hold words, and all of them stand on a page of `size`, in the file's unit."""
    width, height = size
    if not (0 < width < math.inf and 0 < height < math.inf and max(size) <= MOST_RATIO * min(size)):
        raise BadPageError(f"no page is {width:g} wide and {height:g} high")
    lines = [line for block in blocks for line in block.lines]
    if not lines:
        raise BadPageError("the page has no words")
    if len(lines) > MOST_LINES:
        raise BadPageError(f"the page has {len(lines):,} lines, and a printed page at most {MOST_LINES:,}")
    words = [word for line in lines for word in line]
    if outside := next((word for word in words if not _is_on_page(word, width, height)), None):
        raise BadPageError(f"“{outside.text}” stands outside the page")
    if statistics.median(word.frame.height for word in words) <= 0:
        raise BadPageError("most words have no height")


def _is_on_page(word: Word, width: float, height: float) -> bool:
    """Return whether a part of `word` stands on the page; a place that is no number stands nowhere."""
    left, top, right, bottom = word.frame
    return (
        -math.inf < left < width
        and -math.inf < top < height
        and 0 <= right < math.inf
        and 0 <= bottom < math.inf
    )
