"""The review report: one HTML page beside the raw text, for an editor to read instead of the page itself."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
from jinja2 import Environment, PackageLoader, StrictUndefined

from broadsheet.ingest.wording import word, word_lines
from broadsheet.model.finding import Finding
from broadsheet.model.ledger import Ledger
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText

ROLE_NAMES: Mapping[Role, str] = {
    Role.PARAGRAPH: "正文",
    Role.SUBHEAD: "小标题",
    Role.KICKER: "引题",
    Role.HEADLINE: "主题",
    Role.DECK: "副题",
    Role.BYLINE: "署名",
    Role.CAPTION: "图说",
    Role.PHOTO_CREDIT: "摄影",
    Role.EDITORS_NOTE: "编者按",
    Role.SOURCE_CREDIT: "供稿",
    Role.JUMP: "转版",
    Role.TEASER: "导读",
    Role.FURNITURE: "版面信息",
    Role.UNPLACED: "未归位",
}
"""What an editor calls each role: the report is in the paper's language."""


class RawPart(msgspec.Struct, frozen=True, kw_only=True):
    """A raw line or a part of one: `story` counts from 1, 0 for the page itself; `starts` a passage."""

    line: int
    text: str
    role: str
    story: int
    starts: bool
    doubts: tuple[Finding, ...]


class ReadStory(msgspec.Struct, frozen=True, kw_only=True):
    """A story as it will be read: `parts` are pairs of a role's name and its words."""

    number: int
    title: str
    supplied: bool
    parts: tuple[tuple[str, str], ...]


def review_path(raw: Path) -> Path:
    """Return where the report on the page `raw` lies: `01.review.html` beside `01.txt`."""
    return raw.with_suffix(".review.html")


def review(
    source: SourceText,
    reading: PageReading,
    titles: Mapping[int, str],
    doubts: Sequence[Finding],
    ledger: Ledger,
) -> str:
    """Return the report as one self-contained HTML page."""
    environment = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("review.html").render(
        page=source.path,
        parts=_raw_parts(source, reading, doubts),
        stories=[_read_story(source, n, story, titles) for n, story in enumerate(reading.stories)],
        doubts=doubts,
        ink=ledger.ink,
        by_role=[(ROLE_NAMES[role], count) for role, count in ledger.by_role.items()],
    )


def _raw_parts(source: SourceText, reading: PageReading, doubts: Sequence[Finding]) -> list[RawPart]:
    owners: list[tuple[Passage, int]] = [
        (passage, number) for number, story in enumerate(reading.stories, 1) for passage in story.passages()
    ]
    owners += [(passage, 0) for passage in (*reading.teasers, *reading.furniture, *reading.unplaced)]
    spans = sorted(
        (span, passage.role, story, span.start == passage.start)
        for passage, story in owners
        for span in passage.spans
    )
    parts: list[RawPart] = []
    for span, role, story, starts in spans:
        line = source.line_at(span.start).number
        here = tuple(d for d in doubts if d.line == line and not (parts and parts[-1].line == line))
        parts.append(
            RawPart(
                line=line,
                text=source.slice(span),
                role=ROLE_NAMES[role],
                story=story,
                starts=starts,
                doubts=here,
            )
        )
    return parts


def _read_story(source: SourceText, number: int, story: Story, titles: Mapping[int, str]) -> ReadStory:
    fields = (
        (Role.KICKER, story.kicker),
        (Role.DECK, story.deck),
        (Role.BYLINE, story.byline),
        (Role.EDITORS_NOTE, story.editors_note),
    )
    parts = [(ROLE_NAMES[role], word_lines(source, [p])) for role, passages in fields for p in passages]
    parts += [
        (ROLE_NAMES[passage.role], word(source, passage))
        for passage in (*story.body, *story.captions, *story.source_credit, *story.jump)
    ]
    return ReadStory(
        number=number + 1,
        title=word_lines(source, story.headline) or titles.get(number, ""),
        supplied=number in titles,
        parts=tuple(parts),
    )
