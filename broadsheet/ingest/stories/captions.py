"""Give each caption its story; numbered captions in a row are one series."""

from collections.abc import Sequence

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.stories.running_text import Heads, RunningText
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.page_reading import LINES_KEPT

_AROUND = 0.25  # bonus to the story above a caption, as a share of the caption's term weight


def caption_story(blocks: Sequence[Block], text: RunningText, i: int) -> int | None:
    """Return the story of the caption at `i`: the one it shares most terms with; numbered captions in a row go together.

    The story around it is preferred, then the one above it, or the one below where a headline stands right above it.
    """
    series = _series(blocks, i)
    above, below = text.story_above(series[0]), text.story_below(series[-1])
    if above == below:
        return above
    under_headline = series[0] > 0 and blocks[series[0] - 1].kind is Kind.DISPLAY
    priors = {above: 0.0, below: _AROUND} if under_headline else {below: 0.0, above: _AROUND}
    return text.suited("\n".join(blocks[n].text for n in series), priors)


def _series(blocks: Sequence[Block], i: int) -> range:
    """Return the captions in a row with numbers (①②③) among which the one at `i` is, or that one alone."""
    first, last = i, i
    while first > 0 and _is_numbered(blocks[first]) and _is_numbered(blocks[first - 1]):
        first -= 1
    while last + 1 < len(blocks) and _is_numbered(blocks[last]) and _is_numbered(blocks[last + 1]):
        last += 1
    return range(first, last + 1)


def _is_numbered(block: Block) -> bool:
    return block.kind is Kind.CAPTION and "①" <= block.text[0] <= "⑳"


def doubtful_captions(path: str, blocks: Sequence[Block], heads: Heads) -> tuple[Finding, ...]:
    """Return a doubt for each caption under a display line that heads no story, or under a poem or a table; `path` names the raw page."""
    lines = {i: _series(blocks, i)[0] - 1 for i, block in enumerate(blocks) if block.kind is Kind.CAPTION}
    return tuple(
        Finding(
            code="caption-by-place",
            path=path,
            line=blocks[i].pieces[0].line,
            message=f"“{blocks[i].text[:24]}” may belong to the line “{blocks[head].text[:24]}” above it",
            hint="look at the printed page",
            severity=Severity.DOUBT,
        )
        for i, head in lines.items()
        if head >= 0
        and (blocks[head].role in LINES_KEPT or (blocks[head].kind is Kind.DISPLAY and head not in heads))
    )
