"""Tell the body text of stories from the paragraphs of editors' notes."""

from collections.abc import Sequence

from broadsheet.ingest.stories.blocks import Block, Kind

_NOTE_MOST = 4  # paragraphs after the first that a note can have


def note_blocks(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the indices of the blocks that are paragraphs of editors' notes.

    A note begins at its label (编者按). The paragraphs below it in the same measure belong to it if there are few and
    something else ends them. If there are more, or only the page ends them and no text stands above the note, they are the
    story's own text.
    """
    found: set[int] = set()
    for i, block in enumerate(blocks):
        if block.opening == "editors_note" and block.kind is Kind.PARAGRAPH:
            more = _same_box(blocks, i)
            ended = i + len(more) + 1 < len(blocks) or any(map(_may_be_body, blocks[:i]))
            found.update([i, *more] if ended and len(more) < _NOTE_MOST else [i])
    return frozenset(found)


def _same_box(blocks: Sequence[Block], label: int) -> list[int]:
    """Return the paragraphs right below block `label` that are set in its measure."""
    measure = blocks[label].lines[-1].measure
    more: list[int] = []
    for j in range(label + 1, len(blocks)):
        if not _may_be_body(blocks[j]) or blocks[j].opening or blocks[j].lines[0].measure != measure:
            break
        more.append(j)
    return more


def body_blocks(blocks: Sequence[Block], notes: frozenset[int]) -> tuple[int, ...]:
    """Return the indices of the paragraphs of body text: those that are not in `notes`."""
    return tuple(i for i, block in enumerate(blocks) if _may_be_body(block) and i not in notes)


def _may_be_body(block: Block) -> bool:
    return block.kind is Kind.PARAGRAPH and block.opening != "editors_note"
