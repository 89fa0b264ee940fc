"""The parts of a page as the review report shows them: in raw order, and as they are read."""

from broadsheet.ingest.report.parts import divided_words, raw_groups, read_stories
from broadsheet.ingest.text.divided_words import Division
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText, Span

SOURCE = SourceText.of(
    "01.txt", "报眉\n题目 一\n第一行的\n第二行。图说 张三摄\n另一篇。\n" + "广告\n" * 6 + "字" * 400
)
L = [line.span for line in SOURCE.lines]
AT = SOURCE.text.index("图说")
CREDIT = SOURCE.text.index("张三摄")


def one(role: Role, *spans: Span) -> Passage:
    return Passage(role, spans)


def page() -> PageReading:
    first = Story(
        headline=(one(Role.HEADLINE, L[1]),),
        body=(one(Role.PARAGRAPH, L[2], Span(L[3].start, AT)),),
        captions=(one(Role.CAPTION, Span(AT, CREDIT - 1)), one(Role.PHOTO_CREDIT, Span(CREDIT, L[3].end))),
    )
    second = Story(body=(one(Role.PARAGRAPH, L[4]),))
    furniture = (one(Role.FURNITURE, L[0]), *(one(Role.FURNITURE, span) for span in L[5:]))
    return PageReading(stories=(first, second), furniture=furniture)


def doubts(*lines: int) -> list[Finding]:
    return [
        Finding(code="no-end", path="01.txt", line=line, message="", hint="", severity=Severity.DOUBT)
        for line in lines
    ]


def test_stories_have_their_parts_in_reading_order() -> None:
    first, second = read_stories(SOURCE, page(), {1: "补题"}, doubts(4, 3, 5, 3))
    assert (first.number, first.title, first.supplied) == (1, "题目 一", False)
    assert [(part.name, part.text, part.first_line, part.last_line, part.doubts) for part in first.parts] == [
        ("主题", "题目 一", 2, 2, ()),
        ("正文", "第一行的第二行。", 3, 4, (1, 2, 4)),
        ("图说", "图说", 4, 4, (1,)),
        ("摄影", "张三摄", 4, 4, (1,)),
    ]
    assert (second.number, second.title, second.supplied) == (2, "补题", True)
    assert [(part.text, part.doubts) for part in second.parts] == [("另一篇。", (3,))]


def test_raw_lines_have_their_role_and_story() -> None:
    groups = raw_groups(SOURCE, page(), doubts(4, 12))
    assert [(group.folded, len(group.parts)) for group in groups] == [
        (False, 1),
        (False, 6),
        (True, 6),
        (False, 1),
    ]
    assert [tuple(part)[:6] for part in groups[1].parts] == [
        (2, True, "题目 一", "主题", 1, True),
        (3, True, "第一行的", "正文", 1, True),
        (4, True, "第二行。", "正文", 1, False),
        (4, False, "图说", "图说", 1, True),
        (4, False, "张三摄", "摄影", 1, True),
        (5, True, "另一篇。", "正文", 2, True),
    ]
    assert [part.doubts for part in groups[1].parts] == [(), (), (1,), (), (), ()]
    assert [(part.line, part.text, part.story) for part in groups[2].parts] == [
        (n, "广告", 0) for n in range(6, 12)
    ]
    assert groups[3].parts[0].doubts == (2,)


def test_long_furniture_is_shortened_where_it_is_folded() -> None:
    groups = raw_groups(SOURCE, page(), doubts())
    last = groups[-1].parts[-1]
    assert last.text == f"{'字' * 240}……（共 400 字）"


def test_divided_words_are_shown_in_the_order_of_their_lines() -> None:
    source = SourceText.of("01.txt", "the fer-\nry and its mid-\nnight boat")
    ferry, midnight = source.text.index("-"), source.text.rindex("-")
    found = [
        Division(at=midnight, before="mid", after="night", now="midnight", stays=False, sure=True),
        Division(at=ferry, before="fer", after="ry", now="ferry", stays=False, sure=False),
    ]
    assert [tuple(one) for one in divided_words(source, found)] == [
        (1, "fer-|ry", "ferry"),
        (2, "mid-|night", "midnight"),
    ]
