"""What only its place shows a line to be: a bare name under a headline, a signature under a text, a first question.

Nothing in the words 张三 or 云溪市公交公司 says what the line is. Under a headline and over its text a name is the byline;
under a text, with no text right below, a name, a body or a date signs it.
"""

from collections.abc import Sequence

from broadsheet.ingest.stories.blocks import Block
from broadsheet.ingest.stories.place_rules import BY_PLACE, RULES, Place
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.page_reading import Role

_DOUBTS = {
    Role.BYLINE: ("byline-by-place", "byline"),
    Role.CLOSING: ("closing-by-place", "the end of the text above"),
}


def with_place_labels(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Block, ...]:
    """Return `blocks` with those changed that their place shows to be something else than their words alone say."""
    done: list[Block] = []
    for n, block in enumerate(blocks):
        place = Place(block, done[-1] if done else None, blocks[n + 1 :], lexicon.words)
        done.append(next(filter(None, (rule(place) for rule in RULES)), block))
    return tuple(done)


def doubts_by_place(path: str, blocks: Sequence[Block]) -> tuple[Finding, ...]:
    """Return a doubt for each byline or closing line that may as well be another thing; `path` names the raw page."""
    return tuple(
        Finding(
            code=_DOUBTS[block.role][0],
            path=path,
            line=block.pieces[0].line,
            message=f"“{block.text}” is read as {_DOUBTS[block.role][1]}, by its place alone",
            hint="look at the printed page",
            severity=Severity.DOUBT,
        )
        for block in blocks
        if block.role in _DOUBTS and block.opening == BY_PLACE
    )
