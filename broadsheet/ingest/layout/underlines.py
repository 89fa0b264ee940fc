"""Rules that stand between a headline and its own text, and part no stories."""

from collections.abc import Sequence

from broadsheet.ingest.layout.barriers import across, down
from broadsheet.ingest.layout.draft import LayoutDraft
from broadsheet.ingest.layout.kinds import Kind
from broadsheet.ingest.layout.stacks import Stack
from broadsheet.model.marks import Frame

_NEAR = 1.5  # times the size of the headline
_TEXT_NEAR = 3.0  # lines
_ABOVE = 3.0  # lines above the rule that hold nothing but headlines
_UNDER = 0.5  # of the headline's width
_HEADS = frozenset({Kind.DISPLAY, Kind.LABEL})


def underlines(stacks: Sequence[Stack], draft: LayoutDraft) -> tuple[Frame, ...]:
    """Return the level rules right below a headline that has its text below the rule: nothing but headlines stands above it."""
    return tuple(
        rule for rule in draft.barriers.level if any(_is_under(rule, stack, draft) for stack in stacks)
    )


def _is_under(rule: Frame, stack: Stack, draft: LayoutDraft) -> bool:
    near = -2 <= rule.top - stack.frame.bottom <= _NEAR * stack.size
    if not near or across(rule, stack.frame) < _UNDER * stack.frame.width or stack.segments[0].vertical:
        return False
    leading = draft.body.leading
    above = rule._replace(top=rule.top - _ABOVE * leading, bottom=rule.top)
    below = rule._replace(top=rule.bottom, bottom=rule.bottom + _TEXT_NEAR * leading)
    pictures = [photo.picture.frame for photo in draft.photos]
    bare = all(
        kind in _HEADS or not _meet(one.frame, above) for one, kind in draft.kinds.items()
    ) and not any(_meet(picture, above) for picture in pictures)
    heads = any(kind is Kind.DISPLAY and _meet(one.frame, below) for one, kind in draft.kinds.items())
    texts = any(kind is Kind.TEXT and _meet(one.frame, below) for one, kind in draft.kinds.items())
    return bare and texts and not heads


def _meet(one: Frame, other: Frame) -> bool:
    return across(one, other) > 0 and down(one, other) > 0
