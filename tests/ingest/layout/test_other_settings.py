"""What newspapers set otherwise: underlined headlines, mastheads, boxes inside stories, vertical text, advertisements without a mark."""

from broadsheet.model.article import Status
from tests.ingest.layout.compositor.sheet import BODY, LEADING, SANS, SERIF, Box, Page
from tests.ingest.layout.test_settings import MEASURE, blank, column, read, story
from tests.ingest.layout.wording import Writer
from tests.ingest.newsroom import DAY, Newsroom

WIDE = 4 * (MEASURE * BODY + 14) - 14


def downwards(page: Page, right: float, top: float, texts: list[str], rows: int) -> None:
    """Set paragraphs in vertical lines of so many characters, from right to left."""
    x = right - BODY
    for text in texts:
        first, rest = text[: rows - 2], text[rows - 2 :]
        lines = [first, *(rest[n : n + rows] for n in range(0, len(rest), rows))]
        for n, line in enumerate(lines):
            page.downwards(x, top + (0 if n else 2 * (BODY + 1)), line, BODY, spacing=1.0, font=SERIF)
            x -= LEADING + 1


def test_a_rule_between_a_headline_and_its_text_does_not_part_them(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(21)
    made = {}
    for y in (40, 330):
        title, texts = story(page, writer, 0, 3, y, below=44)
        page.rule(page.left(0), y + 34, WIDE)
        made[title] = texts
    page.rule(page.left(0), 318, WIDE)
    assert read(newsroom, page.pdf()) == made


def test_a_masthead_with_a_rule_below_it_is_no_article(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(23)
    page.line(page.left(0), 20, "江城日报", 64, 400, bold=True)
    about = ["2031年5月6日 星期二", "农历辛亥年三月十六", "第12345期　今日8版", "JIANGCHENG DAILY"]
    for n, line in enumerate(about):
        page.line(page.left(2) + 40, 24 + 16 * n, line, BODY, 280)
    page.rule(page.left(0), 108, WIDE)
    made = story(page, writer, 0, 3, 120)
    assert read(newsroom, page.pdf()) == dict([made])


def test_a_masthead_in_a_box_beside_a_story_is_no_article(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(24)
    page.line(page.left(0), 20, "江城日报", 36, 150, bold=True)
    for n, line in enumerate(("2031年5月6日 星期二", "今日8版　第12345期", "江城日报社出版")):
        page.line(page.left(0), 70 + 14 * n, line, BODY, 150)
    page.frame(Box(page.left(0) - 4, 14, page.right(0) + 4, 116))
    made = [story(page, writer, 1, 3, 20), story(page, writer, 0, 3, 300)]
    assert read(newsroom, page.pdf()) == dict(made)


def test_a_headline_alone_above_a_rule_at_the_head_of_the_page_is_no_folio(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(25)
    page.line(page.left(0), 12, "2031年5月6日 星期二 第2版 要闻", 8, 300, font=SANS)
    page.rule(page.left(0), 26, WIDE)
    title, texts = story(page, writer, 0, 3, 40, below=44)
    page.rule(page.left(0), 74, WIDE)
    assert read(newsroom, page.pdf()) == {title: texts}


def test_a_box_set_into_the_columns_of_a_story_is_a_story_and_text_goes_on_below_it(
    newsroom: Newsroom,
) -> None:
    page, writer = blank(), Writer(28)
    title = writer.headline(6, 8)
    page.line(page.left(0), 40, title, 24, 400, bold=True)
    above = [writer.paragraph(200) for _ in range(4)]
    below = [writer.paragraph(count) for count in (240, 90, 90, 240)]
    ends = [column(page, n, 80, [text]) for n, text in enumerate(above)]
    top, bottom = max(ends[1:3]) + 4, max(ends[1:3]) + 110
    page.frame(Box(page.left(1) - 4, top, page.right(2) + 4, bottom))
    inner, notes = writer.headline(6, 6), [writer.paragraph(60) for _ in range(2)]
    page.line(page.left(1) + 4, top + 6, inner, 16, 200, bold=True)
    for n in range(4):
        if n in (1, 2):
            column(page, n, top + 32, [notes[n - 1]])
        column(page, n, bottom + 4 if n in (1, 2) else ends[n], [below[n]])
    texts = [text for pair in zip(above, below, strict=True) for text in pair]
    assert read(newsroom, page.pdf()) == {title: texts, inner: notes}


def test_a_tinted_sidebar_with_its_own_headline_is_a_story(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(29)
    title, texts = story(page, writer, 0, 2, 40)
    page.put(
        page.left(3) - 5, 78, f'#rect(width: {MEASURE * BODY + 10}pt, height: 200pt, fill: rgb("e8eef4"))'
    )
    inner, notes = writer.headline(4, 4), [writer.paragraph(60), writer.paragraph(40)]
    page.line(page.left(3), 84, inner, 14, 150, bold=True, font=SANS)
    column(page, 3, 108, notes)
    assert read(newsroom, page.pdf()) == {title: texts, inner: notes}


def test_vertical_text_is_read_from_right_to_left_beside_its_vertical_headline(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(30)
    above = story(page, writer, 0, 3, 40)
    title, texts = writer.headline(6, 6), [writer.paragraph(90), writer.paragraph(60)]
    page.downwards(page.right(3) - 24, 330, title, 22)
    downwards(page, page.right(3) - 40, 330, texts, 18)
    assert read(newsroom, page.pdf()) == dict([above, (title, texts)])


def test_vertical_text_is_read_below_a_level_headline(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(31)
    above = story(page, writer, 0, 3, 40)
    title, texts = writer.headline(6, 6), [writer.paragraph(90), writer.paragraph(60)]
    page.line(page.left(2), 330, title, 22, 300, bold=True)
    downwards(page, page.right(3), 364, texts, 18)
    assert read(newsroom, page.pdf()) == dict([above, (title, texts)])


def test_an_advertisement_without_a_mark_joins_no_story_and_waits_for_review(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(32)
    made = [story(page, writer, 0, 3, 40), story(page, writer, 2, 3, 330)]
    page.frame(Box(page.left(0), 320, page.right(1), 600), tint="f4e6d8")
    lines = [("春季大促销", 40.0), ("全场五折起", 24.0), ("订购热线：027-88001234", 12.0)]
    for n, (line, size) in enumerate(lines):
        page.line(page.left(0) + 10, 330 + 60 * n, line, size, 300, font=SANS)
    newsroom.file(f"raw/{DAY}/01.pdf", page.pdf())
    assert newsroom.ingest().code == 0
    *articles, rest = newsroom.articles()
    assert {one.title: one.body.split("\n\n") for one in articles} == dict(made)
    assert rest.status is Status.REVIEW
    assert all(line in rest.body for line, _ in lines)


def test_lines_on_one_panel_without_a_headline_are_one_article(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(33)
    made = story(page, writer, 1, 3, 40)
    page.put(
        page.left(0) - 4, 38, f'#rect(width: {MEASURE * BODY + 8}pt, height: 400pt, fill: rgb("eeeeee"))'
    )
    notes = [writer.sentence()[:12] for _ in range(6)]
    for n, note in enumerate(notes):
        page.line(page.left(0), 50 + 60 * n, note, BODY, 150, font=(SANS, SERIF)[n % 2], bold=not n % 2)
    found = read(newsroom, page.pdf())
    assert {title: texts for title, texts in found.items() if title} == dict([made])
    assert list(found) == ["", made[0]]
    assert all(note in "".join(found[""]) for note in notes)
