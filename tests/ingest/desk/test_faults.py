"""A page is ingested as one transaction: whatever fails, its files are all old or all new, and the next command settles it."""

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from broadsheet.files.page_files import settle_content
from broadsheet.files.project_lock import only_command
from broadsheet.ingest.desk.intake import ingest_paths
from tests.faults import KINDS, Disk, fail_each
from tests.ingest.newsroom import DAY, Newsroom

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
# What is between an old page and a new one, among other operations.
EACH = {
    f"open content/.broadsheet/stage/raw/{DAY}/01.receipt.json",
    f"write content/.broadsheet/stage/raw/{DAY}/01.receipt.json",
    f"fsync content/.broadsheet/stage/raw/{DAY}/01.receipt.json",
    "rename content/.broadsheet/journal",
    f"rename raw/{DAY}/01.receipt.json",
    "remove content/.broadsheet/journal",
}


def ingest() -> int:
    return ingest_paths([Path("raw")])


def a_new_page(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)


def a_page_that_loses_an_article(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL + FERRY)
    newsroom.ingest()
    newsroom.page(FERRY.replace("昨日", "今晨"))


def a_page_beside_another(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    newsroom.page(FERRY, number=2)
    newsroom.ingest(["raw/2031-05-06/02.txt"])


@pytest.mark.parametrize("before", [a_new_page, a_page_that_loses_an_article, a_page_beside_another])
@pytest.mark.parametrize("kind", KINDS)
def test_a_fault_at_any_operation_leaves_the_old_page_or_the_new_one(
    tmp_path: Path,
    before: Callable[[Newsroom], None],
    kind: str,
    sparing: int,
    record_property: Callable[[str, object], None],
) -> None:
    start = Newsroom(tmp_path / "old")
    before(start)
    old = start.files()
    whole, *failed = fail_each(ingest, start.root, tmp_path, Disk(kind), every=sparing)
    new = Newsroom(whole.folder).files()
    assert (whole.code, old == new) == (0, False)
    for operation, folder, code in failed:
        page = Newsroom(folder)
        if not (folder / "content/.broadsheet/journal").exists():
            assert in_use(page) in (old, new), operation
        with page.open():
            settle_content()
        assert page.files() == new if code == 0 else page.files() in (old, new), operation
        assert page.ingest().code == 0, operation
        assert page.files() == new, operation
    names = {operation for operation, _, _ in failed}
    assert names >= EACH or sparing > 1  # of some operations only, the kinds of faults together take each
    assert len(failed) > 10
    record_property("faults", len(failed))


def in_use(newsroom: Newsroom) -> dict[str, bytes]:
    """Return the files of the newsroom that a reader of content/ and raw/ would see."""
    return {name: data for name, data in newsroom.files().items() if "/.broadsheet/" not in name}


def test_a_page_is_not_begun_where_one_of_its_files_cannot_be_written(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    (newsroom.root / f"raw/{DAY}/01.review.html").mkdir()
    before = newsroom.files()
    run = newsroom.ingest()
    assert run.code == 1
    assert f"raw/{DAY}/01.review.html: error cannot-write" in run.err
    assert newsroom.files() == before


def test_raw_pages_may_lie_on_another_file_system(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = os.replace

    def refuse(path: str, target: str) -> None:
        if "stage/raw" in path:
            raise OSError(errno.EXDEV, "Invalid cross-device link", path, None, target)
        replace(path, target)

    newsroom.page(SCHOOL)
    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", refuse)
        assert newsroom.ingest().code == 0
    copied = newsroom.files()
    for name in copied.keys() - {f"raw/{DAY}/01.txt"}:
        (newsroom.root / name).unlink()
    newsroom.page(SCHOOL)
    assert newsroom.ingest().code == 0
    assert newsroom.files() == copied


def test_a_page_outside_the_project_gets_its_receipt_where_it_lies(tmp_path: Path) -> None:
    newsroom = Newsroom(tmp_path / "project")
    newsroom.root.mkdir()
    page = tmp_path / f"elsewhere/{DAY}/01.txt"
    page.parent.mkdir(parents=True)
    page.write_text(SCHOOL, encoding="utf-8")
    assert newsroom.ingest([str(page)]).code == 0
    assert set(newsroom.files()) == {f"content/{DAY}/01/01.md"}
    assert page.with_name("01.receipt.json").is_file()


def test_one_command_at_a_time(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    before = newsroom.files()
    with newsroom.open(), only_command():
        run = newsroom.ingest()
    assert run.code == 1
    assert f"process {os.getpid()} is at work on this project" in run.err
    assert newsroom.files() == before
    assert newsroom.ingest().code == 0


def test_a_damaged_journal_is_told_and_can_be_removed(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    newsroom.file("content/.broadsheet/journal", b"\xff")
    run = newsroom.ingest()
    assert run.code == 1
    assert "content/.broadsheet/journal: error damaged-journal" in run.err
    assert "remove content/.broadsheet, then: inv ingest" in run.err
    shutil.rmtree(newsroom.root / "content/.broadsheet")
    assert newsroom.ingest().code == 0
