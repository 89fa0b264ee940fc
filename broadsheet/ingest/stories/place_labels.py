"""What only its place shows a line to be: a bare name under a headline, a signature under a text, a first question.

Nothing in the words 张三 or 云溪市公交公司 says what the line is. Under a headline and over its text a name is the byline;
under a text, with no text right below, a name, a body or a date signs it.
"""

from collections.abc import Sequence
from itertools import pairwise

from broadsheet.ingest.stories.blocks import Block, Kind
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
    items = _item_marks(blocks, lexicon)
    marks = _byline_marks(blocks) - items
    for n, block in enumerate(blocks):
        place = Place(block, done[-1] if done else None, blocks[n + 1 :], lexicon, marks, items)
        done.append(next(filter(None, (rule(place) for rule in RULES)), block))
    return tuple(done)


def _byline_marks(blocks: Sequence[Block]) -> frozenset[str]:
    """Return the marks (□, ◎) with which bylines begin that stand under a headline: a page marks all bylines alike."""
    return frozenset(
        block.text[0]
        for above, block in pairwise(blocks)
        if above.kind is Kind.DISPLAY and block.role is Role.BYLINE and not block.text[0].isalnum()
    )


def _item_marks(blocks: Sequence[Block], lexicon: Lexicon) -> frozenset[str]:
    """Return the marks (■, ▲) with which headlines of short items begin: two or more between texts, one of them no name."""
    heads = [
        block
        for above, block, below in zip(blocks, blocks[1:], blocks[2:], strict=False)
        if above.kind is below.kind is Kind.PARAGRAPH
        and (block.kind is Kind.DISPLAY or block.role is Role.BYLINE)
        and not block.text[0].isalnum()
    ]
    others = (one.text for one in heads if one.kind is Kind.DISPLAY)
    marks = {text[0] for text in others if not lexicon.fits(text, "marked_person")}
    return frozenset(mark for mark in marks if sum(one.text[0] == mark for one in heads) > 1)


def doubts_by_place(path: str, blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Finding, ...]:
    """Return a doubt for each byline, closing line or caption that may as well be another thing; `path` names the raw page."""
    found = [(block, *_DOUBTS[block.role]) for block in blocks if _is_by_place(block) and block.role]
    found += [
        (block, "caption-by-place", "a caption")
        for above, block in pairwise((None, *blocks))
        if block and _may_be_text(above, block, lexicon)
    ]
    return tuple(
        Finding(
            code=code,
            path=path,
            line=block.pieces[0].line,
            message=f"“{block.pieces[0].text[:24]}” is read as {what}, by its place alone",
            hint="look at the printed page",
            severity=Severity.DOUBT,
        )
        for block, code, what in found
    )


def _is_by_place(block: Block) -> bool:
    return block.role in _DOUBTS and block.opening == BY_PLACE


def _may_be_text(above: Block | None, block: Block, lexicon: Lexicon) -> bool:
    """Return whether a caption may be text: it goes on below a sentence's end, or in the measure of the text right above."""
    ends = (lexicon.characters.ends_sentence(piece.text) for piece in block.pieces[:-1])
    follows = above is not None and above.kind is Kind.PARAGRAPH
    as_wide = follows and above is not None and above.lines[-1].measure == block.lines[0].measure
    return block.kind is Kind.CAPTION and block.opening != "caption" and (as_wide or any(ends))
