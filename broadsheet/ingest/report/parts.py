"""A page that was read → what its review report shows: raw lines by passage, articles by part, doubts by kind."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from broadsheet.ingest.report.suggestions import QuotablePage, Suggestion, remedies
from broadsheet.ingest.text.divided_words import Division
from broadsheet.ingest.text.wording import word, word_lines
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText

ROLE_NAMES: Mapping[Role, str] = {
    Role.PARAGRAPH: "正文",
    Role.SUBHEAD: "小标题",
    Role.CLOSING: "文末",
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
    Role.HYPHEN: "断词连字符",
}
"""What an editor calls each role: the report is in the paper's language."""

KINDS: Mapping[str, tuple[str, str]] = {
    "no-headline": ("缺标题", "标题没有随文字传来。补题用 title，网页上加〔〕；不补，稿件待审。"),
    "headline-by-place": ("标题存疑", "只凭它的位置判断，文中没有它的字词。稿件待审。"),
    "byline-by-place": ("署名存疑", "只凭它在标题下方判断，也可能是标题。稿件待审。"),
    "closing-by-place": ("文末存疑", "也可能是报眉上的日期。"),
    "subhead-by-place": ("小标题存疑", "像报眉，却夹在一篇稿件当中。"),
    "unplaced": ("未归位", "不知属于哪一篇，暂成待审的一篇。"),
    "perhaps-two-stories": ("疑为两篇", "两段之间可能是两篇稿件的分界。"),
    "perhaps-one-story": ("疑为一篇", "此处另起一篇，也可能是上一篇的续文。"),
    "taken-out": ("移出正文", "这一行像报眉或导读，却夹在段落当中。"),
    "left-out": ("未收文字", "标题与正文之间的文字，未收入稿件。"),
    "hidden": ("隐藏文字", "网页上不显示的文字，未收入稿件。"),
    "more-pages": ("还有下页", "网页上的稿件不止一页，这里只有一页，请补存。"),
    "lost-before": ("来稿缺字", "来稿之前已经丢失的字，请另找来源。"),
    "no-end": ("文末存疑", "文末没有句末标点，可能缺了后文。"),
    "lost-jump": ("转版无接续", "所指的版没有来稿，或那一版没有相应的上接、下转。"),
    "unpaired": ("引号括号不配对", "可能缺行或错行；一段引文分几段时本应如此。"),
    "misprint": ("疑似错字", "照原样保留。要改，改稿件，并注明更正。"),
    "caption-by-place": ("图说存疑", "只凭它在图片下方判断。"),
    "close-break": ("分段存疑", "行宽不足以断定此处是否分段，请看版面。抄入裁定后不再提示。"),
    "close-seam": ("接栏存疑", "一段在别处接上，或可能接上，只凭文意判断，请看版面。"),
    "picture": ("图片未收", "请把图片存到稿件旁边，写入 photos。"),
    "hyphen": ("断词存疑", "行末连字符去留，本版两说并存。要改，改稿件。"),
    "space": ("空格改动", "按规则去掉的空格。本是有意的，改稿件。"),
    "unseen": ("控制字符", "看不见的字符，不进稿件。"),
}
"""What an editor calls each kind of doubt, the gravest first, and what to know of it."""

_FOLDED_LEAST = 4  # lines of furniture in a row that the report folds up
_LONGEST = 240  # characters of a folded line that it shows


class Doubt(NamedTuple):
    """A doubt and its number in the report."""

    number: int
    finding: Finding
    remedies: tuple[Suggestion, ...]


class Kind(NamedTuple):
    """The doubts of one kind, with what to know of them."""

    name: str
    about: str
    doubts: tuple[Doubt, ...]


class RawPart(NamedTuple):
    """A raw line or a part of one: `story` counts from 1, 0 for the page itself; `starts` a passage, `first` its line."""

    line: int
    first: bool
    text: str
    role: str
    story: int
    starts: bool
    doubts: tuple[int, ...]


class RawGroup(NamedTuple):
    """Raw parts in a row; furniture of many lines is folded."""

    folded: bool
    parts: tuple[RawPart, ...]


class Seam(NamedTuple):
    """What became of a word that a line's end divides."""

    line: int
    raw: str
    now: str


class ReadPart(NamedTuple):
    """A passage as it will be read, with its raw lines and the doubts about them."""

    role: Role
    name: str
    text: str
    first_line: int
    last_line: int
    doubts: tuple[int, ...]


class ReadStory(NamedTuple):
    """A story as it will be read."""

    number: int
    title: str
    supplied: bool
    parts: tuple[ReadPart, ...]


def kinds_of(desk: QuotablePage, doubts: Sequence[Finding]) -> tuple[Kind, ...]:
    """Return the doubts by kind, the gravest kinds first; their numbers follow the raw lines."""
    numbered = [Doubt(n, doubt, remedies(desk, doubt)) for n, doubt in enumerate(doubts, 1)]
    codes = dict.fromkeys([*KINDS, *sorted(doubt.code for doubt in doubts)])
    found = ((code, tuple(d for d in numbered if d.finding.code == code)) for code in codes)
    return tuple(Kind(*KINDS.get(code, (code, "")), mine) for code, mine in found if mine)


def raw_groups(source: SourceText, reading: PageReading, doubts: Sequence[Finding]) -> tuple[RawGroup, ...]:
    """Return the raw page in the order of its characters."""
    grouped = itertools.groupby(_raw_parts(source, reading, doubts), key=_is_dull)
    groups: list[RawGroup] = []
    for dull, parts in ((dull, tuple(parts)) for dull, parts in grouped):
        folded = dull and len(parts) >= _FOLDED_LEAST
        shown = tuple(p._replace(text=_shortened(p.text)) for p in parts) if folded else parts
        groups.append(RawGroup(folded, shown))
    return tuple(groups)


def _is_dull(part: RawPart) -> bool:
    return part.role == ROLE_NAMES[Role.FURNITURE] and not part.doubts


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……（共 {len(text)} 字）"


def _raw_parts(source: SourceText, reading: PageReading, doubts: Sequence[Finding]) -> Iterator[RawPart]:
    owners = [(p, n) for n, story in enumerate(reading.stories, 1) for p in story.passages()]
    owners += [(p, 0) for p in (*reading.teasers, *reading.furniture, *reading.unplaced)]
    spans = sorted(
        (span, ROLE_NAMES[passage.role], story, span.start == passage.start)
        for passage, story in owners
        for span in passage.spans
    )
    gone = {span.start: source.slice(span) for hyphen in reading.hyphens for span in hyphen.spans}
    before = 0
    for span, role, story, starts in spans:
        line = source.line_at(span.start).number
        here = () if line == before else _about(doubts, line, line)
        text = source.slice(span) + gone.get(span.end, "")
        yield RawPart(line, line != before, text, role, story, starts, here)
        before = line


def seams_of(source: SourceText, divided: Sequence[Division]) -> tuple[Seam, ...]:
    """Return the divided words in the order of their raw lines, as they were and as they are read now."""
    found = sorted((source.line_at(one.at).number, one) for one in divided)
    return tuple(Seam(line, f"{one.before}{source.text[one.at]}|{one.after}", one.now) for line, one in found)


def _about(doubts: Sequence[Finding], first: int, last: int) -> tuple[int, ...]:
    return tuple(n for n, doubt in enumerate(doubts, 1) if first <= doubt.line <= last)


def read_stories(
    source: SourceText, reading: PageReading, titles: Mapping[int, str], doubts: Sequence[Finding]
) -> tuple[ReadStory, ...]:
    """Return the stories in print order, each with its parts in the order in which they are read."""
    return tuple(
        ReadStory(
            number=n + 1,
            title=word_lines(source, story.headline) or titles.get(n, ""),
            supplied=n in titles,
            parts=tuple(_read_part(source, passage, doubts) for passage in _in_reading_order(story)),
        )
        for n, story in enumerate(reading.stories)
    )


def _in_reading_order(story: Story) -> tuple[Passage, ...]:
    stack = (*story.kicker, *story.headline, *story.deck, *story.byline, *story.editors_note)
    return (*stack, *story.body, *story.captions, *story.source_credit, *story.jump)


def _read_part(source: SourceText, passage: Passage, doubts: Sequence[Finding]) -> ReadPart:
    display = passage.role not in (Role.PARAGRAPH, Role.EDITORS_NOTE, Role.CAPTION)
    lines = [source.line_at(span.start).number for span in passage.spans]
    return ReadPart(
        role=passage.role,
        name=ROLE_NAMES[passage.role],
        text=word_lines(source, [passage]) if display else word(source, passage),
        first_line=min(lines),
        last_line=max(lines),
        doubts=tuple(n for n, doubt in enumerate(doubts, 1) if doubt.line in lines),
    )
