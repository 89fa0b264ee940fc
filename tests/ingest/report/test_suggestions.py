"""The rulings that the review report offers to copy, for each kind of doubt about a line."""

import pytest

from broadsheet.ingest.report.suggestions import QuotablePage, Suggestion, suggestions
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText

TEXT = """渡口新闻的题目
清晨的雾还没有散尽，老船工已经解开
了缆绳。

夜校昨晚开课，首批学员三十人。
教室由旧粮仓改成。"""


def page() -> QuotablePage:
    """Return a page of one story: a headline, a paragraph of lines 2 and 3, and one of line 5; line 6 begins another story."""
    source = SourceText.of("01.txt", TEXT)
    head, one, two, three, four = (line.span for line in source.lines)
    first = Story(
        headline=(Passage(Role.HEADLINE, (head,)),),
        body=(Passage(Role.PARAGRAPH, (one, two)), Passage(Role.PARAGRAPH, (three,))),
    )
    second = Story(body=(Passage(Role.PARAGRAPH, (four,)),))
    return QuotablePage.of(source, PageReading(stories=(first, second)))


def offered(code: str, line: int, message: str = "", hint: str = "") -> list[Suggestion]:
    doubt = Finding(code=code, path="01.txt", line=line, message=message, hint=hint, severity=Severity.DOUBT)
    return list(suggestions(page(), doubt))


def q(line: int) -> str:
    return page().quote(line)


HEADLINE = {"如是标题": "role: headline", "如是署名": "role: byline", "不属稿件": "do: drop"}
OF_ONE_LINE: dict[str, dict[str, str]] = {
    "unplaced": {"归入某篇": "do: move, to: …", "不属稿件": "do: drop"},
    "headline-by-place": HEADLINE,
    "byline-by-place": HEADLINE,
    "subhead-by-place": {"如是小标题": "role: subhead", "不属稿件": "do: drop"},
    "closing-by-place": {"如是文末": "role: closing", "不属稿件": "do: drop"},
    "caption-by-place": {"如是正文": "role: paragraph"},
    "stack-by-place": {"如是正文": "role: paragraph"},
    "hidden": {"如是正文": "role: paragraph"},
    "left-out": {"如是正文": "role: paragraph"},
    "text-beside": {"如是正文": "role: paragraph"},
    "line-at-edge": {"不属稿件": "do: drop"},
    "perhaps-two-stories": {"如是两篇": "do: split"},
    "perhaps-one-story": {"如是一篇": "do: merge", "确是两篇": "do: split"},
    "misprint": {},
}


@pytest.mark.parametrize(("code", "acts"), OF_ONE_LINE.items(), ids=OF_ONE_LINE.keys())
def test_a_doubt_offers_what_an_editor_may_decide(code: str, acts: dict[str, str]) -> None:
    assert offered(code, 5) == [Suggestion(case, f"- {{at: {q(5)}, {act}}}") for case, act in acts.items()]


def test_a_line_quotes_its_first_words_as_yaml() -> None:
    assert (q(1), q(4), q(5)) == ('"渡口新闻的题目清"', q(5), '"夜校昨晚开课，首"')


BREAKS: dict[int, list[tuple[str, str]]] = {
    3: [("接排无误", "do: join"), ("如应分段", "do: break")],  # amid a paragraph
    5: [("如应接排", "do: join"), ("分段无误", "do: break")],  # a further paragraph
    2: [("如应接排", f"do: join, to: {q(1)}"), ("分段无误", "do: break")],  # the first of its story
    6: [("如应接排", f"do: join, to: {q(5)}"), ("分段无误", "do: break")],  # the same, below another story
    1: [("分段无误", "do: break")],  # the first line of the page
}


@pytest.mark.parametrize(("line", "acts"), BREAKS.items(), ids=map(str, BREAKS))
def test_a_break_may_be_joined_or_kept(line: int, acts: list[tuple[str, str]]) -> None:
    assert offered("close-break", line) == [
        Suggestion(case, f"- {{at: {q(line)}, {act}}}") for case, act in acts
    ]


def test_a_seam_may_be_joined_with_the_line_that_breaks_off() -> None:
    assert offered("close-seam", 5, "“夜校” may go on from line 3, and other text stand between") == [
        Suggestion("如应接上", f"- {{at: {q(5)}, do: join, to: {q(3)}}}"),
        Suggestion("如应另起", f"- {{at: {q(5)}, do: break}}"),
    ]
    assert offered("close-seam", 5) == [Suggestion("如应另起", f"- {{at: {q(5)}, do: break}}")]


def test_a_line_that_was_taken_out_may_go_back_to_the_line_above() -> None:
    assert offered("taken-out", 5) == [
        Suggestion("如是正文", f"- {{at: {q(5)}, do: join, to: {q(3)}}}"),
        Suggestion("确非正文", f"- {{at: {q(5)}, do: drop}}"),
    ]
    assert offered("taken-out", 1) == [Suggestion("确非正文", f"- {{at: {q(1)}, do: drop}}")]


def test_a_ruling_in_the_hint_is_offered_as_it_is() -> None:
    hint = 'add to 01.rulings.yaml:  - {at: "清晨", title: …}'
    assert offered("no-headline", 2, hint=hint) == [Suggestion("", '- {at: "清晨", title: …}')]
