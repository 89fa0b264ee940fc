"""What print does besides columns: vertical headlines, rotated pages, false bold, boxes without headlines, jumps, tables, verse."""

import io
from collections.abc import Sequence

import pypdfium2 as pdfium

from tests.ingest.layout.compositor.sheet import BODY, LEADING, SANS, Box, Page, photo_of
from tests.ingest.layout.wording import Writer
from tests.ingest.newsroom import DAY, Newsroom
from tests.ingest.typesetter import set_paragraph

MEASURE = 17


def blank(*, columns: int = 4) -> Page:
    wide = 80 + columns * (MEASURE * BODY + 14) - 14
    return Page(width=wide, height=700, columns=columns, measure=MEASURE, gutter=14.0, rules=False)


def column(page: Page, number: int, y: float, texts: Sequence[str]) -> float:
    """Set paragraphs into a column from `y` on, and return where they end."""
    for text in texts:
        lines = set_paragraph(text, MEASURE)
        for n, line in enumerate(lines):
            indent = 0.0 if n else 2 * BODY
            width = MEASURE * BODY - indent
            page.line(page.left(number) + indent, y, line, BODY, width, justify=n < len(lines) - 1)
            y += LEADING
    return y


def story(
    page: Page, writer: Writer, first: int, last: int, y: float, *, below: float = 40.0
) -> tuple[str, list[str]]:
    """Set a story with a headline over the columns `first` to `last`."""
    title = writer.headline(6, 8)
    page.line(page.left(first), y, title, 24, 400, bold=True)
    texts = []
    for number in range(first, last + 1):
        own = [writer.paragraph(90), writer.paragraph(60)]
        column(page, number, y + below, own)
        texts += own
    return title, texts


def read(newsroom: Newsroom, pdf: bytes) -> dict[str, list[str]]:
    """Ingest a page, and return the blocks of each article by its headline."""
    newsroom.file(f"raw/{DAY}/01.pdf", pdf)
    run = newsroom.ingest()
    assert run.code == 0, run.err
    return {article.title: article.body.split("\n\n") for article in newsroom.articles()}


def test_a_vertical_headline_belongs_to_the_text_beside_it(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(3)
    above = story(page, writer, 0, 3, 40)
    down = writer.headline(6, 6)
    glyphs = ", ".join(f'[#text(size: 22pt, font: "{SANS}")[{char}]]' for char in down)
    page.put(page.left(0) + 60, 330, f"#stack(dir: ttb, spacing: 3pt, {glyphs})")
    texts = [writer.paragraph(120) for _ in range(3)]
    for number, text in enumerate(texts, 1):
        column(page, number, 330, [text])
    assert read(newsroom, page.pdf()) == dict([above, (down, texts)])


def test_a_box_without_a_headline_is_a_story_of_its_own(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(4)
    first = story(page, writer, 0, 2, 40)
    text = writer.paragraph(120)
    page.put(page.left(3) - 6, 38, f"#rect(width: {MEASURE * BODY + 12}pt, height: 300pt, stroke: 0.5pt)")
    column(page, 3, 50, [text])
    assert read(newsroom, page.pdf()) == dict([first, ("", [text])])


def test_a_page_that_is_turned_and_cropped_reads_as_readers_see_it(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(5)
    made = dict([story(page, writer, 0, 1, 40), story(page, writer, 2, 3, 40)])
    page.put(page.left(0), 660, "裁掉的字")
    assert read(newsroom, shown_turned(page)) == made
    assert "4 characters are off the page" in newsroom.files()[f"raw/{DAY}/01.review.html"].decode()


def shown_turned(page: Page) -> bytes:
    """Return the page lying on its side, as one that readers' programs turn upright, without its lowest 60 points."""
    page.code = [
        f"#place(top + left, rotate(-90deg, origin: top + left, dy: 0pt, block(width: {page.width}pt, height: {page.height}pt)[".replace(
            ", dy: 0pt", ""
        ),
        *page.code,
        "]))",
    ]
    page.code[0] = page.code[0].replace("#place(top + left,", f"#place(top + left, dy: {page.width}pt,")
    page.width, page.height = page.height, page.width
    document = pdfium.PdfDocument(page.pdf())
    document[0].set_rotation(90)
    document[0].set_cropbox(0, 0, page.width - 60, page.height)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def test_characters_drawn_twice_for_bold_are_one(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(6)
    title, texts = story(page, writer, 0, 3, 40)
    page.line(page.left(0) + 0.4, 40, title, 24, 400, bold=True)
    assert read(newsroom, page.pdf()) == {title: texts}


def test_a_story_that_goes_on_elsewhere_has_its_jump(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(7)
    title, texts = story(page, writer, 0, 3, 40)
    column(page, 3, 250, ["（下转第3版）"])
    assert read(newsroom, page.pdf()) == {title: texts}
    assert newsroom.article(1).jump == "（下转第3版）"


def test_the_report_shows_the_page_with_each_line_outlined(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(8)
    story(page, writer, 0, 3, 40)
    newsroom.file(f"raw/{DAY}/01.pdf", page.pdf())
    assert newsroom.ingest().code == 0
    report = newsroom.files()[f"raw/{DAY}/01.review.html"].decode()
    assert 'href="data:image/webp;base64,' in report
    assert report.count("<rect ") == len(page.code)
    assert 'id="a1"' in report
    assert 'href="#a1"' in report


def test_a_deck_of_the_size_of_text_belongs_to_the_headline(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(11)
    title, texts = story(page, writer, 0, 3, 40, below=60)
    deck = writer.headline(14, 14)
    page.line(page.left(0), 70, deck, BODY, 300, font=SANS)
    assert read(newsroom, page.pdf()) == {title: texts}
    assert newsroom.article(1).deck == (deck,)


def test_pictures_without_a_story_are_kept_and_said(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(9)
    story(page, writer, 0, 1, 40)
    page.line(page.left(3), 605, "渡口。", 8, 100)
    page.picture(Box(page.left(3), 500, page.right(3), 600), writer.dice)
    page.picture(Box(page.left(0), 500, page.left(0) + 100, 600), writer.dice)
    newsroom.file(f"raw/{DAY}/01.pdf", page.pdf())
    run = newsroom.ingest()
    assert run.code == 0, run.err
    kept = {name: data for name, data in newsroom.files("content").items() if name.endswith(".jpg")}
    assert sorted(kept.values()) == sorted(page.pictures.values())
    (photo,) = newsroom.article(2).photos
    assert kept[f"{DAY}/01/{photo.file}"] == page.pictures["p-0.jpg"]
    said = newsroom.doubts()
    for name in kept:
        assert f"{name.removeprefix(f'{DAY}/01/')} of 1" in said
    assert "500 from the top, has no story" in said


def test_a_photo_with_a_headline_of_its_own_is_an_article(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(12)
    above = story(page, writer, 0, 3, 40)
    title, caption, credit = writer.headline(6, 8), writer.sentence(), f"本报记者 {writer.name()} 摄"
    page.pictures["p.jpg"] = photo_of(writer.dice)
    page.line(page.left(0), 400, title, 20, 300, bold=True)
    page.put(page.left(0), 428, '#image("p.jpg", width: 300pt, height: 150pt, fit: "stretch")')
    page.line(page.left(0), 582, caption, 8, 400, font=SANS)
    page.line(page.left(0), 593, credit, 8, 400, font=SANS)
    assert read(newsroom, page.pdf()) == dict([above, (title, [caption])])
    (photo,) = newsroom.article(2).photos
    assert photo.credit == credit
    assert newsroom.files()[f"content/{DAY}/01/{photo.file}"] == page.pictures["p.jpg"]


def test_the_lines_of_a_poem_stay_lines(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(13)
    above = story(page, writer, 0, 3, 40)
    title = writer.headline(4, 4)
    page.line(page.left(1), 400, title, 18, 150, bold=True)
    lines = [writer.words(4)[:length] + "，" for length in (6, 8, 5, 8)]
    for n, line in enumerate(lines):
        page.line(page.left(1), 430 + n * LEADING, line, BODY, 150)
    assert read(newsroom, page.pdf()) == dict([above, (title, ["\\\n".join(lines)])])


def test_an_edition_in_one_file_becomes_its_pages(newsroom: Newsroom) -> None:
    whole = pdfium.PdfDocument.new()
    made = []
    for seed in (9, 10):
        page = blank()
        made.append(story(page, Writer(seed), 0, 3, 40))
        whole.import_pages(pdfium.PdfDocument(page.pdf()))
    out = io.BytesIO()
    whole.save(out)
    newsroom.file(f"raw/{DAY}/edition.pdf", out.getvalue())
    newsroom.file(f"content/{DAY}/edition.yaml", "pages:\n  2: {name: 要闻}\n  5: {name: 副刊}\n")
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert [newsroom.article(1, page=number).title for number in (2, 5)] == [title for title, _ in made]
    again = newsroom.ingest()
    assert "2 of 2 pages unchanged" in again.out


def test_a_table_between_paragraphs_is_a_table(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(14)
    title, texts = story(page, writer, 0, 3, 40)
    cells = [["名次", "球队", "积分"], ["1", "江城队", "27"], ["2", "山城队", "25"], ["3", "海港队", "9"]]
    y = 250.0
    for row in cells:
        for n, cell in enumerate(row):
            page.line(page.left(3) + 50 * n, y, cell, BODY, 48)
        y += LEADING
    rows = [f"| {' | '.join(row)} |" for row in cells]
    table = "\n".join([rows[0], "| --- | --- | --- |", *rows[1:]])
    assert read(newsroom, page.pdf()) == {title: [*texts, table]}


def test_an_advertisement_is_no_article(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(15)
    made = story(page, writer, 0, 3, 40)
    page.frame(Box(page.left(0), 300, page.right(3), 600))
    page.line(page.left(0) + 4, 304, "广告", 7, 100, font=SANS)
    page.line(page.left(0), 350, writer.headline(6, 8), 30, 500, font=SANS, bold=True)
    page.line(page.left(0), 400, writer.paragraph(12), BODY, 500)
    assert read(newsroom, page.pdf()) == dict([made])


def test_a_story_with_a_headline_over_some_of_its_columns_holds_those_beside_it(newsroom: Newsroom) -> None:
    page, writer = blank(), Writer(16)
    title = writer.headline(6, 8)
    page.line(page.left(0), 40, title, 24, 300, bold=True)
    texts = [writer.paragraph(120) for _ in range(4)]
    for number, text in enumerate(texts):
        column(page, number, 40 if number > 1 else 80, [text])
    assert read(newsroom, page.pdf()) == {title: texts}
