"""Share images: what a link to an article without a photo shows on other sites."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from broadsheet.press import build_site, check_site
from broadsheet.press.share_images import face
from broadsheet.press.share_images.face import Face, face_of
from broadsheet.press.share_images.lines import lines_of
from broadsheet.press.site import make_site
from tests.press.photos import photo
from tests.press.project import Project

ADDRESS = "https://example.org/repo"
CARD = "2024-04-15/01/card.png"
needs_face = pytest.mark.skipif(
    face_of("", "zh-Hans") is None, reason="no Song face; `make test` installs fonts-noto-cjk"
)


@pytest.fixture
def paper(project: Project, monkeypatch: pytest.MonkeyPatch) -> Iterator[Project]:
    monkeypatch.setenv("SITEURL", ADDRESS)
    project.use_theme(Path(__file__).parents[3] / "theme")
    project.article("2024-04-15/01/01", title="转型升级 看老工业基地如何蝶变")
    face_of.cache_clear()
    yield project
    face_of.cache_clear()


def publish() -> int:
    return build_site(publish=True)


def cards(project: Project) -> dict[str, bytes]:
    return {name: data for name, data in project.files().items() if name.endswith("card.png")}


@needs_face
def test_article_without_a_photo_is_shared_with_its_page(paper: Project) -> None:
    paper.article("2024-04-15/01/02", photos=[{"file": "hall.jpg", "alt": "大厅"}])
    paper.article("2024-04-15/01/03", photos=[{"file": "map.svg", "alt": "图"}])
    (paper.folder / "content/2024-04-15/01/hall.jpg").write_bytes(photo(640, 400))
    paper.write(
        "content/2024-04-15/01/map.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"/>'
    )
    assert publish() == 0
    assert list(cards(paper)) == [CARD]
    with Image.open(BytesIO(cards(paper)[CARD])) as card:
        assert card.size == (800, 420)
        colours = card.convert("RGB").getcolors()
        assert colours
        assert len(colours) == 4
        assert (0xAB, 0x21, 0x18) in {colour for _, colour in colours}, "the paper's name is in its accent"
    for article in ("01", "03"):
        page = paper.page(f"/2024-04-15/01/{article}/")
        assert f'<meta property="og:image" content="{ADDRESS}/{CARD}">' in page
        assert '<meta name="twitter:card" content="summary_large_image">' in page
    with_photo = paper.page("/2024-04-15/01/02/")
    assert f'<meta property="og:image" content="{ADDRESS}/2024-04-15/01/hall.jpg">' in with_photo
    assert '<meta property="og:image:alt" content="大厅">' in with_photo


@needs_face
def test_card_is_drawn_once_for_the_same_words(paper: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    publish()
    before = cards(paper)
    with monkeypatch.context() as nobody_draws:
        nobody_draws.setattr("broadsheet.press.share_images.drawing.ShareImagePress.image", None)
        make_site("publishconf.py", clean=True)
    assert cards(paper) == before
    for kept in (paper.folder / ".cache/share-images").iterdir():
        kept.write_bytes(kept.read_bytes()[:-1])
    make_site("publishconf.py", clean=True)
    assert cards(paper) == before


@needs_face
def test_a_page_whose_articles_all_have_photos_has_no_card(paper: Project) -> None:
    paper.article("2024-04-15/01/01", photos=[{"file": "hall.jpg", "alt": "大厅"}])
    (paper.folder / "content/2024-04-15/01/hall.jpg").write_bytes(photo(640, 400))
    assert publish() == 0
    assert cards(paper) == {}


@needs_face
def test_each_headline_of_the_page_makes_another_card(paper: Project) -> None:
    seen = set()
    for titles in (
        ["改题"],
        ["改题", "另一篇"],
        ["改题", "又一篇"],
        ["改题", "又一篇" * 30],
        ["改题"] + ["某篇"] * 9,
    ):
        for number, title in enumerate(titles, 1):
            paper.article(f"2024-04-15/01/{number:02d}", title=title)
        publish()
        (card,) = cards(paper).values()
        seen.add(card)
    assert len(seen) == 5


@needs_face
def test_a_draft_is_not_on_its_pages_card(paper: Project) -> None:
    publish()
    before = cards(paper)
    paper.article("2024-04-15/01/02", title="另一篇", status="draft")
    publish()
    assert cards(paper) == before
    assert check_site(publish=True) == 0


@needs_face
def test_character_that_the_face_has_not_is_said_and_no_box_is_drawn(
    paper: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.article("2024-04-15/02/01", title="\U0001f600 与 \U00031350")
    assert publish() == 0
    (said,) = [line for line in capsys.readouterr().err.splitlines() if "no-glyph" in line]
    assert said.startswith("content/2024-04-15: doubt no-glyph")
    assert "\U0001f600\U00031350" in said
    assert list(cards(paper)) == [CARD]
    assert "og:image" not in paper.page("/2024-04-15/02/01/")


def test_without_a_face_there_are_no_cards_and_that_is_said_once(
    paper: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.article("2024-04-15/01/02")
    monkeypatch.setattr(face, "_DEBIAN", Path("/nowhere/song.ttc"))
    monkeypatch.setenv("PATH", "/nowhere")
    assert publish() == 0
    said = capsys.readouterr().err
    assert said.count("no-card-face") == 1
    assert "fonts-noto-cjk" in said
    assert cards(paper) == {}
    assert '<meta name="twitter:card" content="summary">' in paper.page("/2024-04-15/01/01/")


def test_without_an_address_there_are_no_cards(paper: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITEURL", "")
    publish()
    assert cards(paper) == {}


def test_a_font_that_is_not_there_is_told(paper: Project, capsys: pytest.CaptureFixture[str]) -> None:
    paper.set(CARD_FONT="fonts/song.ttf")
    assert publish() == 1
    assert "CARD_FONT: there is no file fonts/song.ttf" in capsys.readouterr().err


@needs_face
def test_simplified_and_traditional_papers_have_their_own_forms_of_characters() -> None:
    faces = {face_of("", tag) for tag in ("zh-Hans", "zh-Hant", "ja")}
    assert len(faces) == 3
    assert all(isinstance(found, Face) for found in faces)


@pytest.mark.parametrize(
    ("lines", "expect"),
    [
        (("转型升级 看老工业基地",), ["转型升级", "看老工业基地"]),
        (("转型", "升级"), ["转型", "升级"]),
        (("古树变“摇钱树”湿地成宝",), ["古树变“摇钱", "树”湿地成宝"]),
        (("一二三四五六七，八",), ["一二三四五六", "七，八"]),
        (("一二三四五六，七八",), ["一二三四五", "六，七八"]),
        (("一二三四五（六七）八",), ["一二三四五", "（六七）八"]),
        (("2024年GDP 120,000亿",), ["2024年GDP", "120,000亿"]),
    ],
)
def test_headline_breaks_as_print_would_break_it(lines: tuple[str, ...], expect: list[str]) -> None:
    assert lines_of(lines, 6.0, lambda text: sum(0.5 if char.isascii() else 1.0 for char in text)) == expect
