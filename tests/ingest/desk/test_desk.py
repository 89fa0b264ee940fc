"""The desk: what ingest writes, keeps, refuses and says, as an editor meets it."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from broadsheet.ingest.desk.articles import articles_of
from broadsheet.ingest.desk.delivery import HandEdits
from broadsheet.ingest.stories.assembly import assemble
from tests.ingest.newsroom import DAY, Newsroom

ROOT = Path(__file__).parents[3]

SCHOOL = """小镇开办夜校
本报记者 张三
小镇的夜校昨晚开课，首批学员三十人走进了教室。
教室由旧粮仓改成，能坐五十人。
"""
FERRY = """老渡口停航
本报记者 李四
云溪江上的渡船昨日最后一次靠岸，摆渡人收起了缆绳。
新桥今日通车，两岸村民步行五分钟可达。
"""
FIRST = f"content/{DAY}/01/01.md"
SECOND = f"content/{DAY}/01/02.md"


def edit(newsroom: Newsroom, path: str, old: str, new: str) -> str:
    file = newsroom.root / path
    text = file.read_text(encoding="utf-8").replace(old, new)
    file.write_text(text, encoding="utf-8")
    return text


def test_a_page_becomes_manuscripts_a_receipt_and_a_report(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL + FERRY)
    run = newsroom.ingest()
    assert (run.code, run.err) == (0, "")
    assert set(newsroom.files()) == {
        FIRST,
        SECOND,
        *(f"raw/{DAY}/01.{suffix}" for suffix in ("txt", "receipt.json", "review.html")),
    }
    assert [article.title for article in newsroom.articles()] == ["小镇开办夜校", "老渡口停航"]
    receipt = json.loads((newsroom.root / f"raw/{DAY}/01.receipt.json").read_bytes())
    assert set(receipt["manuscripts"]) == {FIRST, SECOND}


def test_the_run_says_what_it_counted(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL + FERRY)
    out = newsroom.ingest().out
    ink = sum(not char.isspace() for char in SCHOOL + FERRY)
    assert f"2 articles, {ink} characters" in out
    assert "01.review.html" in out


def test_one_is_said_as_one(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    out = newsroom.ingest().out
    assert "01.txt: 1 article, " in out
    assert "), 1 file changed" in out


def test_a_second_ingest_changes_no_file(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    newsroom.ingest()
    before = newsroom.files()
    stamp = (newsroom.root / FIRST).stat().st_mtime_ns
    assert newsroom.ingest().code == 0
    assert newsroom.files() == before
    assert (newsroom.root / FIRST).stat().st_mtime_ns == stamp


def test_a_hand_edit_is_refused_with_the_difference(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    newsroom.ingest()
    edited = edit(newsroom, FIRST, "首批学员三十人", "首批学员三十一人")
    run = newsroom.ingest()
    assert run.code == 1
    assert "-小镇的夜校昨晚开课，首批学员三十一人" in run.err
    assert "+小镇的夜校昨晚开课，首批学员三十人" in run.err
    assert "--force" in run.err
    assert (newsroom.root / FIRST).read_text(encoding="utf-8") == edited


def test_a_hand_edit_refuses_the_whole_page(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL + FERRY)
    newsroom.ingest()
    edit(newsroom, FIRST, "三十人", "三十一人")
    before = newsroom.files()
    newsroom.page(SCHOOL + FERRY.replace("五分钟", "六分钟"))
    assert newsroom.ingest().code == 1
    after = newsroom.files()
    assert (after[FIRST], after[SECOND]) == (before[FIRST], before[SECOND])
    assert after[f"raw/{DAY}/01.receipt.json"] == before[f"raw/{DAY}/01.receipt.json"]


def test_force_gives_a_hand_edit_up(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    newsroom.ingest()
    before = newsroom.files()
    edit(newsroom, FIRST, "三十人", "三十一人")
    assert newsroom.ingest(edits=HandEdits.OVERWRITE).code == 0
    assert newsroom.files() == before


def test_make_site_keeps_a_hand_edit_while_ingest_would_write_the_same(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    newsroom.ingest()
    edited = edit(newsroom, FIRST, "三十人", "三十一人")
    assert newsroom.ingest(edits=HandEdits.KEEP).code == 0
    assert newsroom.ingest(edits=HandEdits.KEEP).code == 0
    assert (newsroom.root / FIRST).read_text(encoding="utf-8") == edited


def test_make_site_refuses_once_the_raw_page_says_something_else(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    newsroom.ingest()
    edited = edit(newsroom, FIRST, "三十人", "三十一人")
    newsroom.page(SCHOOL.replace("五十人", "六十人"))
    assert newsroom.ingest(edits=HandEdits.KEEP).code == 1
    assert (newsroom.root / FIRST).read_text(encoding="utf-8") == edited


def test_the_same_edit_in_the_raw_page_settles_it(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    newsroom.ingest()
    edit(newsroom, FIRST, "三十人", "三十一人")
    newsroom.page(SCHOOL.replace("三十人", "三十一人"))
    assert newsroom.ingest().code == 0


def test_an_emptied_manuscript_is_an_edited_one(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    newsroom.ingest()
    newsroom.file(FIRST, "")
    assert newsroom.ingest().code == 1
    assert (newsroom.root / FIRST).read_bytes() == b""


def test_line_ends_of_another_system_are_no_edit(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    newsroom.ingest()
    newsroom.file(FIRST, (newsroom.root / FIRST).read_bytes().replace(b"\n", b"\r\n"))
    assert newsroom.ingest().code == 0


def test_a_manuscript_that_nobody_ingested_is_not_overwritten(newsroom: Newsroom) -> None:
    newsroom.file(FIRST, "---\ntitle: 手写\n---\n\n手写的稿件。\n")
    newsroom.page(SCHOOL)
    assert newsroom.ingest().code == 1
    assert newsroom.article(1).title == "手写"


def test_a_manuscript_with_words_in_its_name_is_still_the_one_at_its_address(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    newsroom.ingest()
    renamed = newsroom.root / f"content/{DAY}/01/01-night-school.md"
    (newsroom.root / FIRST).rename(renamed)
    assert newsroom.ingest().code == 0
    assert list(renamed.parent.iterdir()) == [renamed]


def test_an_article_that_vanished_from_the_page_takes_its_file_away(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL + FERRY)
    newsroom.ingest()
    newsroom.page(SCHOOL)
    assert newsroom.ingest().code == 0
    assert [article.title for article in newsroom.articles()] == ["小镇开办夜校"]


def test_an_edited_article_that_vanished_from_the_page_stays(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL + FERRY)
    newsroom.ingest()
    edit(newsroom, SECOND, "五分钟", "六分钟")
    newsroom.page(SCHOOL)
    assert newsroom.ingest().code == 1
    assert newsroom.article(2).title == "老渡口停航"


def test_one_bad_page_does_not_stop_the_others(newsroom: Newsroom) -> None:
    newsroom.page(b"\xff\xff\xff", number=1)
    newsroom.page(SCHOOL, number=2)
    newsroom.page("", number=3)
    newsroom.page(FERRY, number=4)
    run = newsroom.ingest()
    assert run.code == 1
    assert [article.title for article in newsroom.articles()] == ["小镇开办夜校", "老渡口停航"]
    assert "2 of 4" in run.err


def test_a_damaged_receipt_is_said_and_stops_only_its_page(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL, number=1)
    newsroom.file(f"raw/{DAY}/01.receipt.json", "<<<<<<< HEAD\n")
    newsroom.page(FERRY, number=2)
    run = newsroom.ingest()
    assert run.code == 1
    assert "01.receipt.json" in run.err
    assert [article.title for article in newsroom.articles()] == ["老渡口停航"]


def test_what_is_no_file_stops_no_page(newsroom: Newsroom) -> None:
    (newsroom.root / f"raw/{DAY}/01.txt").mkdir(parents=True)
    (newsroom.root / f"raw/{DAY}/03.txt").symlink_to("nowhere.txt")
    os.mkfifo(newsroom.root / f"raw/{DAY}/04.txt")
    (newsroom.root / f"raw/{DAY}/05.txt").symlink_to("05.txt")
    newsroom.page(SCHOOL, number=6)
    os.mkfifo(newsroom.root / f"raw/{DAY}/06.rulings.yaml")
    (newsroom.root / "raw/2031-05-07").symlink_to(DAY)
    newsroom.page(FERRY, number=2)
    run = newsroom.ingest()
    assert run.code == 1
    assert [line.split(":")[0] for line in run.err.splitlines() if "bad-link" in line] == [
        *(f"raw/{DAY}/{name}" for name in ("01.txt", "03.txt", "04.txt", "05.txt", "06.rulings.yaml")),
        "raw/2031-05-07",
    ]
    assert [article.title for article in newsroom.articles()] == ["老渡口停航"]


@pytest.mark.parametrize("name", ["01.txt", "01.rulings.yaml", "01.receipt.json"])
@pytest.mark.parametrize("asked", ["raw", f"raw/{DAY}/01.txt"])
def test_no_link_of_a_raw_page_is_followed_out_of_raw(newsroom: Newsroom, name: str, asked: str) -> None:
    newsroom.page(SCHOOL)
    newsroom.file("secret", SCHOOL)
    path = newsroom.root / f"raw/{DAY}" / name
    path.unlink(missing_ok=True)
    path.symlink_to("../../secret")
    run = newsroom.ingest([asked])
    assert run.code == 1
    assert f"raw/{DAY}/{name}: error bad-link: this link leads to {newsroom.root.resolve()}/secret" in run.err
    assert not newsroom.articles()


@pytest.mark.parametrize("link", ["", "/01", "/01/01.md"])
def test_nothing_is_written_through_a_link_out_of_content(newsroom: Newsroom, link: str) -> None:
    newsroom.page(SCHOOL)
    newsroom.file("elsewhere/01.md", "words of another\n")
    before = newsroom.files("elsewhere")
    path = newsroom.root / f"content/{DAY}{link}"
    path.parent.mkdir(parents=True)
    path.symlink_to(
        newsroom.root / "elsewhere/01.md" if link.endswith(".md") else newsroom.root / "elsewhere"
    )
    run = newsroom.ingest(edits=HandEdits.OVERWRITE)
    assert run.code == 1
    assert "error bad-link: this link leads to" in run.err
    assert newsroom.files("elsewhere") == before


@pytest.mark.parametrize(
    "named", ["keep.md", f"content/{DAY}/02/01.md", f"content/{DAY}/01/../../../keep.md", "/elsewhere/01.md"]
)
def test_a_receipt_deletes_nothing_but_manuscripts_of_its_page(newsroom: Newsroom, named: str) -> None:
    newsroom.page(SCHOOL)
    for name in ("keep.md", f"content/{DAY}/02/01.md"):
        newsroom.file(name, "words of another\n")
    newsroom.file(f"raw/{DAY}/01.receipt.json", json.dumps({"manuscripts": {named: "0" * 64}}))
    before = newsroom.files()
    run = newsroom.ingest(edits=HandEdits.OVERWRITE)
    assert run.code == 1
    assert f"01.receipt.json: error bad-receipt: the receipt names {named}" in run.err
    assert newsroom.files() == before


def test_two_raw_files_of_one_printed_page_are_refused(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    newsroom.file(f"raw/{DAY}/1.txt", FERRY)
    run = newsroom.ingest()
    assert run.code == 1
    assert "01.txt" in run.err
    assert "/1.txt" in run.err
    assert not newsroom.articles()


def test_json_is_written_without_content(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    run = newsroom.ingest(json_dir="out/neutral")
    assert run.code == 0
    assert set(newsroom.files()) == {f"raw/{DAY}/01.txt", "out/neutral/01.json"}
    page = json.loads((newsroom.root / "out/neutral/01.json").read_text(encoding="utf-8"))
    assert [article["title"] for article in page["articles"]] == ["小镇开办夜校"]
    assert [block["text"] for block in page["articles"][0]["body"]] == SCHOOL.splitlines()[2:]


def test_json_takes_a_page_of_any_name(newsroom: Newsroom) -> None:
    newsroom.file("scans/front.txt", SCHOOL)
    assert newsroom.ingest(["scans/front.txt"], json_dir="out").code == 0
    assert (newsroom.root / "out/front.json").exists()


def test_json_never_overwrites_one_page_with_another(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL, day="2031-05-06")
    newsroom.page(FERRY, day="2031-05-07")
    run = newsroom.ingest(json_dir="out")
    assert run.code == 1 or len(newsroom.files("out")) == 2


@pytest.mark.parametrize("name", ["front.txt", f"{DAY}/front.txt", f"{DAY}/00.txt", "06-05-2031/01.txt"])
def test_a_misnamed_page_says_how_to_name_it(newsroom: Newsroom, name: str) -> None:
    newsroom.file(f"raw/{name}", SCHOOL)
    run = newsroom.ingest()
    assert run.code == 1
    assert f"raw/{name}" in run.err
    assert "raw/2024-04-15/01.txt" in run.err
    assert not newsroom.articles()


def test_a_path_that_is_not_there_is_said(newsroom: Newsroom) -> None:
    run = newsroom.ingest(["raw/2031-05-06/99.txt"])
    assert run.code == 1
    assert "raw/2031-05-06/99.txt" in run.err


@pytest.mark.parametrize(
    ("data", "names"),
    [
        ("第一行\n第二".encode() + b"\xff\xfe\n", ("byte 16", ":2")),
        ("\ufeff第一行".encode("utf-16-le")[:-1], ("byte 6",)),
        ("第一行".encode("gbk"), ("byte 0",)),
    ],
    ids=["broken UTF-8", "half a UTF-16 character", "GBK bytes"],
)
def test_bad_bytes_are_named_and_nothing_is_guessed(
    newsroom: Newsroom, data: bytes, names: tuple[str, ...]
) -> None:
    newsroom.page(data)
    run = newsroom.ingest()
    assert run.code == 1
    assert all(name in run.err for name in names)
    assert not newsroom.articles()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_encoding_leaves_no_trace(newsroom: Newsroom, encoding: str) -> None:
    newsroom.page(SCHOOL.encode(encoding))
    assert newsroom.ingest().code == 0
    assert newsroom.article(1).title == "小镇开办夜校"


def test_utf_32_is_refused_or_read_but_never_mistaken(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL.replace("三十人", "三十人😀").encode("utf-32"))
    if newsroom.ingest().code == 0:
        assert "三十人😀" in newsroom.article(1).body


def test_the_source_is_named_the_same_however_the_path_was_spelled(newsroom: Newsroom) -> None:
    page = newsroom.page(SCHOOL)
    newsroom.ingest()
    before = newsroom.files("content")
    assert newsroom.ingest([str(page.resolve())]).code == 0
    assert newsroom.files("content") == before
    assert newsroom.article(1).source == f"raw/{DAY}/01.txt"


def test_no_control_character_reaches_a_manuscript(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL.replace("走进", "走\x1c进\x0b了\x85\u2028\x7f"))
    assert newsroom.ingest().code == 0
    text = (newsroom.root / FIRST).read_text(encoding="utf-8")
    assert [char for char in text if char != "\n" and not char.isprintable() and char != "\u3000"] == []


HEADLESS = """本报记者 张三
小镇的夜校昨晚开课，首批学员三十人走进了教室。
教室由旧粮仓改成，能坐五十人。
"""


def test_a_ruling_supplies_a_headline_and_survives_a_second_ingest(newsroom: Newsroom) -> None:
    newsroom.page(HEADLESS, rulings="rulings:\n- at: 小镇的夜校昨晚\n  title: 夜校开课\n")
    assert newsroom.ingest().code == 0
    article = newsroom.article(1)
    assert (article.title, article.title_supplied, article.status) == ("夜校开课", True, "published")
    before = newsroom.files()
    assert newsroom.ingest().code == 0
    assert newsroom.files() == before


@pytest.mark.parametrize(
    ("rulings", "says"),
    [
        ("- at: 这里没有的话\n  title: 夜校\n", "这里没有的话"),
        ("- at: 。\n  title: 夜校\n", "more than once"),
        ("- at: 小镇的夜校\n  titel: 夜校\n", "title"),
        ("- title: 夜校\n", "at"),
        ("- 夜校\n", "rulings"),
    ],
    ids=["no longer on the page", "on the page twice", "misspelt key", "no quotation", "no key"],
)
def test_a_ruling_that_cannot_be_followed_stops_the_page(newsroom: Newsroom, rulings: str, says: str) -> None:
    newsroom.page(HEADLESS, rulings=f"rulings:\n{rulings}")
    before = newsroom.files()
    run = newsroom.ingest()
    assert run.code == 1
    assert "01.rulings.yaml" in run.err
    assert says in run.err
    assert newsroom.files() == before


def test_a_ruling_does_not_replace_a_printed_headline(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL, rulings="rulings:\n- at: 教室由旧粮仓改成\n  title: 夜校\n")
    run = newsroom.ingest()
    assert run.code == 1
    assert "printed headline" in run.err


def dropping(stage: Callable[..., Any]) -> Callable[..., Any]:
    """Return `stage` with a fault: the page it returns has lost the last paragraph of its first story."""

    def faulty(*args: Any) -> Any:
        page = stage(*args)
        first = msgspec.structs.replace(page.stories[0], body=page.stories[0].body[:-1])
        return msgspec.structs.replace(page, stories=(first, *page.stories[1:]))

    return faulty


def doubling(stage: Callable[..., Any]) -> Callable[..., Any]:
    """Return `stage` with a fault: the first story has its first paragraph twice."""

    def faulty(*args: Any) -> Any:
        page = stage(*args)
        body = page.stories[0].body
        first = msgspec.structs.replace(page.stories[0], body=(body[0], *body))
        return msgspec.structs.replace(page, stories=(first, *page.stories[1:]))

    return faulty


@pytest.mark.parametrize(
    ("fault", "says"), [(dropping, "lost"), (doubling, "twice")], ids=["lost", "used twice"]
)
@pytest.mark.parametrize("force", [HandEdits.REFUSE, HandEdits.OVERWRITE])
def test_a_ledger_that_does_not_balance_writes_nothing(
    newsroom: Newsroom,
    monkeypatch: pytest.MonkeyPatch,
    fault: Callable[[Callable[..., Any]], Callable[..., Any]],
    says: str,
    force: HandEdits,
) -> None:
    newsroom.page(SCHOOL)
    before = newsroom.files()
    monkeypatch.setattr("broadsheet.ingest.stages.assemble", fault(assemble))
    run = newsroom.ingest(edits=force)
    assert run.code == 1
    assert says in run.err
    assert newsroom.files() == before


def test_a_paragraph_in_the_wrong_article_writes_nothing(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.page(SCHOOL + FERRY)
    before = newsroom.files()

    def moving(*args: Any) -> Any:
        first, second = articles_of(*args)
        *kept, last = first.body.split("\n\n")
        return (
            msgspec.structs.replace(first, body="\n\n".join(kept)),
            msgspec.structs.replace(second, body=f"{last}\n\n{second.body}"),
        )

    monkeypatch.setattr("broadsheet.ingest.desk.page.articles_of", moving)
    run = newsroom.ingest()
    assert run.code == 1
    assert "does not read back" in run.err
    assert newsroom.files() == before


@pytest.fixture
def command(newsroom: Newsroom) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a runner of the real `inv` in a project that holds the real tasks."""
    shutil.copy(ROOT / "tasks.py", newsroom.root)

    def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        inv = Path(sys.executable).parent / "inv"
        return subprocess.run(
            [str(inv), *words],
            cwd=newsroom.root,
            env={**os.environ, **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    return run


def test_the_command_works_in_a_locale_that_knows_ascii_alone(
    newsroom: Newsroom, command: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    newsroom.page(SCHOOL)
    newsroom.file(f"raw/{DAY}/汉字.docx", b"PK")
    run = command("ingest", LC_ALL="C", PYTHONUTF8="0")
    assert run.returncode == 1
    assert "Traceback" not in run.stderr
    assert f"raw/{DAY}/\\u6c49\\u5b57.docx: error not-read" in run.stderr
    assert newsroom.article(1).title == "小镇开办夜校"


def test_the_command_ingests_refuses_and_forces(
    newsroom: Newsroom, command: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    newsroom.page(SCHOOL)
    first = command("ingest")
    assert (first.returncode, first.stderr) == (0, "")
    assert newsroom.article(1).title == "小镇开办夜校"
    edit(newsroom, FIRST, "三十人", "三十一人")
    refused = command("ingest", f"raw/{DAY}/01.txt")
    assert refused.returncode == 1
    assert "-小镇的夜校昨晚开课，首批学员三十一人" in refused.stderr
    assert command("ingest", "--force").returncode == 0
    assert "三十人" in newsroom.article(1).body
    assert command("ingest", "raw", "--json", "out").returncode == 0
    assert set(newsroom.files("out")) == {"01.json"}


def test_no_order_of_a_set_is_in_the_bytes(
    newsroom: Newsroom, command: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    newsroom.page((ROOT / "raw/2024-04-15/01.txt").read_bytes())
    made = []
    for seed in ("1", "2"):
        assert command("ingest", "--force", PYTHONHASHSEED=seed).returncode == 0
        made.append(newsroom.files("content") | newsroom.files("raw"))
    assert made[0] == made[1]
