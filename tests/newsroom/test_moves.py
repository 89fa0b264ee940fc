"""inv move and inv withdraw: files, references and content/addresses.yaml change together, or not at all."""

import datetime as dt
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from broadsheet.files.page_files import settle_content
from broadsheet.manuscript import read_article, read_edition
from broadsheet.manuscript.records.addresses_file import read_left_addresses
from broadsheet.manuscript.records.page_file import read_page_map
from broadsheet.manuscript.writer import left_addresses_text
from broadsheet.model.edition import PrintPage
from broadsheet.model.left_addresses import LeftAddresses, Move, Withdrawal
from broadsheet.newsroom import move_articles, withdraw_articles
from tests.press.photos import DRAWING

CONTENT = Path("content")
DAY = dt.date(2024, 5, 1)
ROOT = Path(__file__).parents[2]
INV = Path(sys.executable).with_name("inv")


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    article("2024-04-15/01/01", "头条。")
    article("2024-04-15/01/02-yexiao", "夜校。", "photos:\n- file: hall.svg\n- {file: 'all.svg'}\n")
    article("2024-04-15/01/03", "渡船。", "photos:\n- file: all.svg\n")
    article("2024-04-15/02/01", "经济。")
    article("2024-04-16/01/01", "次日。")
    for name in ("hall", "all"):
        write(f"2024-04-15/01/{name}.svg", DRAWING)
    return tmp_path


def write(path: str, text: str) -> Path:
    file = CONTENT / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def article(address: str, body: str, fields: str = "") -> Path:
    return write(f"{address}.md", f"---\ntitle: 题{address}\n{fields}---\n\n{body}\n")


def text(path: str) -> str:
    return (CONTENT / path).read_text(encoding="utf-8")


def body(path: str) -> str:
    return read_article(CONTENT / path).article.body


def left() -> LeftAddresses:
    return read_left_addresses(CONTENT).left


def files() -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in CONTENT.rglob("*") if path.is_file()}


def test_an_article_goes_to_the_end_of_a_page_with_its_words_and_the_photo_that_only_it_shows() -> None:
    assert move_articles("content/2024-04-15/01/02-yexiao.md", "content/2024-04-16/01") == 0
    moved = read_article(CONTENT / "2024-04-16/01/02-yexiao.md").article
    assert [photo.file for photo in moved.photos] == ["hall.svg", "/2024-04-15/01/all.svg"]
    assert (CONTENT / "2024-04-16/01/hall.svg").is_file()
    assert not (CONTENT / "2024-04-15/01/hall.svg").exists()
    assert not (CONTENT / "2024-04-15/01/02-yexiao.md").exists()
    assert (CONTENT / "2024-04-15/01/all.svg").is_file()
    assert read_article(CONTENT / "2024-04-15/01/03.md").article.photos[0].file == "all.svg"
    assert left().moved == (Move(address="/2024-04-15/01/02/", to="/2024-04-16/01/02/"),)


def test_links_in_other_texts_follow_it_and_its_own_links_still_lead_where_they_led() -> None:
    article(
        "2024-04-16/01/02",
        "[夜校](/2024-04-15/01/02/)、[夜校](/2024-04-15/01/02#fn1)、[别人](/2024-04-15/01/03/)、"
        "[外](https://example.org/2024-04-15/01/02/)\n\n见[注]。\n\n[注]: ../../../2024-04-15/01/02/ '注'",
    )
    article("2024-04-15/02/02", "", 'editors_note: "见[夜校](../../01/02/)。"\n')
    write("2024-04-15/edition.yaml", 'editors_note: "[夜校](01/02/)"\n')
    write("about.md", "---\ntitle: 关于\n---\n\n[夜校](/2024-04-15/01/02/)\n")
    article(
        "2024-04-15/01/02-yexiao",
        "[前](../01/)、[后](../03/#a)、![图](hall.svg)、[大图](/2024-04-15/01/hall.svg)",
    )
    assert move_articles("content/2024-04-15/01/02-yexiao.md", "content/2024-04-17/03/05.md") == 0
    new = "/2024-04-17/03/05/"
    assert body("2024-04-16/01/02.md") == (
        f"[夜校]({new})、[夜校]({new}#fn1)、[别人](/2024-04-15/01/03/)、"
        f"[外](https://example.org/2024-04-15/01/02/)\n\n见[注]。\n\n[注]: {new} '注'"
    )
    assert read_article(CONTENT / "2024-04-15/02/02.md").article.editors_note == f"见[夜校]({new})。"
    assert f"[夜校]({new})" in text("2024-04-15/edition.yaml")
    assert f"[夜校]({new})" in text("about.md")
    assert body("2024-04-17/03/05.md") == (
        "[前](/2024-04-15/01/01/)、[后](/2024-04-15/01/03/#a)、![图](hall.svg)、[大图](/2024-04-17/03/hall.svg)"
    )


def test_a_text_that_names_nothing_of_it_is_not_touched() -> None:
    before = {path: path.stat().st_mtime_ns for path in CONTENT.rglob("*.md")}
    assert move_articles("content/2024-04-15/01/02-yexiao.md", "content/2024-04-15/01/09.md") == 0
    for path in (CONTENT / "2024-04-15/01/01.md", CONTENT / "2024-04-16/01/01.md"):
        assert path.stat().st_mtime_ns == before[path]


def test_a_teaser_follows_and_one_that_may_mean_another_article_is_said(
    capsys: pytest.CaptureFixture[str],
) -> None:
    article(
        "2024-04-15/03/01",
        "导读。",
        "teasers:\n- {text: 题2024-04-15/01/02-yexiao, page: 1}\n- text: 别的\n  page: 1\njump: 下转第1版\n",
    )
    assert move_articles("content/2024-04-15/01/02-yexiao.md", "content/2024-04-15/02") == 0
    teasers = read_article(CONTENT / "2024-04-15/03/01.md").article.teasers
    assert [teaser.page for teaser in teasers] == [2, 1]
    assert read_article(CONTENT / "2024-04-15/03/01.md").article.jump == "下转第1版"
    said = capsys.readouterr().err
    assert "content/2024-04-15/03/01.md:5:" in said
    assert "content/2024-04-15/03/01.md:7:" in said


def test_a_page_moves_with_all_that_lies_in_it_and_all_teasers_follow() -> None:
    write("2024-04-15/01/page.yaml", "width: 1\n")
    article("2024-04-15/03/01", "[版](/2024-04-15/01/)", "teasers:\n- {text: 别的, page: 1}\n")
    assert move_articles("content/2024-04-15/01", "content/2024-04-15/04") == 0
    assert not (CONTENT / "2024-04-15/01").exists()
    assert {path.name for path in (CONTENT / "2024-04-15/04").iterdir()} == {
        *("01.md", "02-yexiao.md", "03.md", "hall.svg", "all.svg", "page.yaml"),
    }
    assert read_article(CONTENT / "2024-04-15/03/01.md").article.teasers[0].page == 4
    assert body("2024-04-15/03/01.md") == "[版](/2024-04-15/04/)"
    assert len(left().moved) == 3


PAGE_MAP = """\
width: 3
height: 4
areas:
- article: 1
  boxes:
  - [0, 0, 1, 0.5]
- article: 2
  boxes:
  - [0, 0.5, 1, 1]
"""


def areas(path: str) -> list[int]:
    return [area.article for area in read_page_map(CONTENT / path).areas]


def test_the_area_of_an_article_goes_with_it_as_far_as_its_page() -> None:
    write("2024-04-15/01/page.yaml", PAGE_MAP)
    assert move_articles("content/2024-04-15/01/02-yexiao.md", "content/2024-04-15/01/07.md") == 0
    assert areas("2024-04-15/01/page.yaml") == [1, 7]
    assert move_articles("content/2024-04-15/01/07.md", "content/2024-04-16/01") == 0
    assert areas("2024-04-15/01/page.yaml") == [1]
    assert withdraw_articles("content/2024-04-15/01/01.md", "误刊。", DAY) == 0
    assert areas("2024-04-15/01/page.yaml") == []


@pytest.mark.parametrize(
    "facts",
    [
        "number: 8012\npages:\n  1: {name: 要闻, section: 要闻, page_editor: 张三}\n  2: {name: 经济}\n",
        "pages: {01: {name: 要闻, section: 要闻, page_editor: 张三}, 2: {name: 经济}}\n",
    ],
)
def test_a_page_keeps_its_name_and_section_in_edition_yaml(facts: str) -> None:
    write("2024-04-15/edition.yaml", facts)
    assert move_articles("content/2024-04-15/01", "content/2024-04-15/04") == 0
    pages = read_edition(CONTENT / "2024-04-15").facts.pages
    assert pages == {4: PrintPage(name="要闻", section="要闻", page_editor="张三"), 2: PrintPage(name="经济")}


def test_an_edition_gets_another_date() -> None:
    article(
        "2024-04-16/01/02", "[昨日](/2024-04-15/)、[通读](/2024-04-15/all/)、![图](/2024-04-15/01/all.svg)"
    )
    assert move_articles("content/2024-04-15", "content/2024-04-14") == 0
    assert not (CONTENT / "2024-04-15").exists()
    assert body("2024-04-16/01/02.md") == (
        "[昨日](/2024-04-14/)、[通读](/2024-04-14/all/)、![图](/2024-04-14/01/all.svg)"
    )
    assert [move.to for move in left().moved] == [
        f"/2024-04-14/{page}/" for page in ("01/01", "01/02", "01/03", "02/01")
    ]


def test_chains_are_cut_short_and_a_way_back_leaves_no_entry() -> None:
    for old, new in (("15/01/01", "16/02/01"), ("16/02/01", "17/01/01")):
        assert move_articles(f"content/2024-04-{old}.md", f"content/2024-04-{new}.md") == 0
    assert left().moved == (
        Move(address="/2024-04-15/01/01/", to="/2024-04-17/01/01/"),
        Move(address="/2024-04-16/02/01/", to="/2024-04-17/01/01/"),
    )
    assert move_articles("/2024-04-17/01/01/", "content/2024-04-15/01/01.md") == 0
    assert {move.address: move.to for move in left().moved} == {
        "/2024-04-16/02/01/": "/2024-04-15/01/01/",
        "/2024-04-17/01/01/": "/2024-04-15/01/01/",
    }


def test_what_somebody_moved_by_hand_is_noted_and_what_names_it_led_on() -> None:
    article("2024-04-16/01/02", "[夜校](/2024-04-15/01/02/)")
    (CONTENT / "2024-04-17/01").mkdir(parents=True)
    (CONTENT / "2024-04-15/01/02-yexiao.md").rename(CONTENT / "2024-04-17/01/01.md")
    (CONTENT / "2024-04-15/01/hall.svg").rename(CONTENT / "2024-04-17/01/hall.svg")
    assert move_articles("content/2024-04-15/01/02.md", "content/2024-04-17/01/01.md") == 0
    assert body("2024-04-16/01/02.md") == "[夜校](/2024-04-17/01/01/)"
    photos = read_article(CONTENT / "2024-04-17/01/01.md").article.photos
    assert [photo.file for photo in photos] == ["hall.svg", "/2024-04-15/01/all.svg"]
    assert left().moved == (Move(address="/2024-04-15/01/02/", to="/2024-04-17/01/01/"),)


def test_a_draft_that_no_reader_had_leaves_nothing() -> None:
    article("2024-04-16/01/02", "稿。", "status: draft\n")
    assert move_articles("content/2024-04-16/01/02.md", "content/2024-04-16/02/01.md") == 0
    assert not (CONTENT / "addresses.yaml").exists()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("content/2024-04-15/01/01.md", "content/2024-04-15/01/03.md"),
        ("content/2024-04-15/01/01.md", "content/2024-04-15/01/02.md"),
        ("content/2024-04-15/01/01.md", "content/2024-04-15/01/01.md"),
        ("content/2024-04-15/01/01.md", "content/2024-04-17"),
        ("content/2024-04-15/01", "content/2024-04-15/02/01.md"),
        ("content/2024-04-15/01", "content/2024-04-15/02"),
        ("content/2024-04-15", "content/2024-04-16"),
        ("content/2024-04-15/01/07.md", "content/2024-04-15/01/08.md"),
        ("content/2024-04-15/01/01.md", "content/2024-13-15/01/01.md"),
        ("content/2024-04-15/01/01.md", "content/notes/01/01.md"),
        ("content", "content/2024-04-17"),
        ("../elsewhere.md", "content/2024-04-17/01/01.md"),
    ],
)
def test_what_cannot_be_done_is_told_and_changes_nothing(
    old: str, new: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files()
    assert move_articles(old, new) == 1
    assert files() == before
    assert "→" in capsys.readouterr().err


def test_a_move_that_is_killed_half_way_is_finished_by_the_next_command(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    article("2024-04-16/01/02", "[夜校](/2024-04-15/01/02/)")
    before = files()
    calls = 0

    def killed(path: str, target: str) -> None:
        nonlocal calls
        calls += 1
        if calls == 3:
            raise KeyboardInterrupt
        Path(path).replace(target)

    with monkeypatch.context() as patch:
        patch.setattr("broadsheet.files.stage.move", killed)
        with pytest.raises(KeyboardInterrupt):
            move_articles("content/2024-04-15/01/02-yexiao.md", "content/2024-04-16/01")
    assert files() != before
    settle_content()
    assert body("2024-04-16/01/02.md") == "[夜校](/2024-04-16/01/03/)"
    assert body("2024-04-16/01/03-yexiao.md") == "夜校。"
    assert not (CONTENT / "2024-04-15/01/02-yexiao.md").exists()
    assert len(left().moved) == 1


def test_a_withdrawn_article_goes_with_the_photo_that_only_it_shows(
    capsys: pytest.CaptureFixture[str],
) -> None:
    article("2024-04-16/01/02", "[夜校](/2024-04-15/01/02/)")
    assert withdraw_articles("content/2024-04-15/01/02-yexiao.md", "应当事人要求撤下。", DAY) == 0
    assert not (CONTENT / "2024-04-15/01/02-yexiao.md").exists()
    assert not (CONTENT / "2024-04-15/01/hall.svg").exists()
    assert (CONTENT / "2024-04-15/01/all.svg").is_file()
    assert left().withdrawn == (
        Withdrawal(address="/2024-04-15/01/02/", date=DAY, text="应当事人要求撤下。"),
    )
    assert "content/2024-04-16/01/02.md: a link leads to the notice" in capsys.readouterr().out


def test_a_withdrawn_edition_leaves_a_notice_at_each_address() -> None:
    article("2024-04-16/01/02", "![图](/2024-04-15/01/all.svg)")
    assert withdraw_articles("content/2024-04-15", "误刊。", DAY) == 0
    assert [str(path) for path in (CONTENT / "2024-04-15").rglob("*.*")] == ["content/2024-04-15/01/all.svg"]
    assert [entry.address for entry in left().withdrawn] == [
        f"/2024-04-15/{end}" for end in ("", "01/01/", "01/02/", "01/03/", "02/01/")
    ]


def test_an_article_that_was_deleted_by_hand_gets_its_notice() -> None:
    (CONTENT / "2024-04-15/01/01.md").unlink()
    assert withdraw_articles("/2024-04-15/01/01/", "误刊。", DAY) == 0
    assert [entry.address for entry in left().withdrawn] == ["/2024-04-15/01/01/"]


def test_a_withdrawal_without_a_reason_is_refused() -> None:
    before = files()
    assert withdraw_articles("content/2024-04-15/01/01.md", " ", DAY) == 1
    assert files() == before


def test_the_file_reads_back_as_it_was_written() -> None:
    addresses = LeftAddresses(
        moved=(Move(address="/2024-04-15/01/01/", to="/2024-04-16/01/01/"),),
        withdrawn=(Withdrawal(address="/2024-04-15/01/02/", date=DAY, text="应“当事人”要求: 撤下, #2 {x}"),),
    )
    write("addresses.yaml", left_addresses_text(addresses))
    assert left() == addresses


def test_ten_thousand_articles_may_move() -> None:
    moves = [
        Move(address=f"/2024-04-15/01/{order}/", to=f"/2024-04-16/01/{order}/")
        for order in range(10_000, 20_000)
    ]
    write("addresses.yaml", left_addresses_text(LeftAddresses(moved=tuple(moves))))
    assert list(left().moved) == moves


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["withdraw", "content/2024-04-15/01/03.md"], "readers are to be told why"),
        (["withdraw"], "place"),
        (["move", "content/2024-04-15/01/03.md"], "new"),
    ],
)
def test_a_command_without_one_of_its_words_says_which_and_does_nothing(words: list[str], said: str) -> None:
    for name in ("tasks.py", "pelicanconf.py"):
        shutil.copy(ROOT / name, name)
    before = files()
    done = subprocess.run([INV, *words], capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert files() == before
