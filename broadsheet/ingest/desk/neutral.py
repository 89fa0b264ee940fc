"""Export the reading of a page as neutral JSON, to be compared with pages that people read."""

from typing import Any

from broadsheet.ingest.text.wording import kept_lines, word, word_lines
from broadsheet.model.page_reading import LINES_KEPT, PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText

_TYPES = {Role.PARAGRAPH: "p", Role.SUBHEAD: "subhead"}


def neutral(source: SourceText, reading: PageReading) -> dict[str, Any]:
    """Return the page as lists and dicts: `articles`, then `teasers`, `furniture` and `unplaced` texts of the page.

    Removed hyphens are one more text of `furniture`, so that every inked character is in the result once.
    """
    hyphens = [word_lines(source, reading.hyphens)] if reading.hyphens else []
    return {
        "articles": [_article(source, story) for story in reading.stories],
        "teasers": [word_lines(source, [passage]) for passage in reading.teasers],
        "furniture": [word_lines(source, [passage]) for passage in reading.furniture] + hyphens,
        "unplaced": [word_lines(source, [passage]) for passage in reading.unplaced],
    }


def _article(source: SourceText, story: Story) -> dict[str, Any]:
    return {
        "kicker": word_lines(source, story.kicker),
        "title": word_lines(source, story.headline),
        "deck": word_lines(source, story.deck),
        "byline": word_lines(source, story.byline),
        "title_missing": not story.headline,
        "body": [_part(source, passage) for passage in story.body],
        "captions": _captions(source, story),
        "note": "\n".join(word(source, passage) for passage in story.editors_note),
        "credit": word_lines(source, story.source_credit),
        "jump": word_lines(source, story.jump),
    }


def _part(source: SourceText, passage: Passage) -> dict[str, str]:
    """Return a part of the body: `p`, `subhead`, or one with lines; tabs part the cells of a web page's row."""
    if passage.role in (Role.PARAGRAPH, Role.SUBHEAD):
        return {"type": _TYPES[passage.role], "text": word(source, passage)}
    kept = kept_lines(source, passage) if passage.role in LINES_KEPT else map(source.slice, passage.spans)
    return {"type": str(passage.role), "text": "\n".join(kept)}


def _captions(source: SourceText, story: Story) -> list[dict[str, str]]:
    captions: list[dict[str, str]] = []
    for passage in story.captions:
        if passage.role is Role.CAPTION or not captions or captions[-1]["credit"]:
            captions.append({"text": "", "credit": ""})
        field = "text" if passage.role is Role.CAPTION else "credit"
        captions[-1][field] = word(source, passage)
    return captions
