"""An incremental build is byte-identical to a clean one, costs only what changed, and survives being killed."""

import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from broadsheet.files.project_lock import only_command
from broadsheet.model.errors import BroadsheetError
from broadsheet.press import build_site, check_site, site_status
from broadsheet.press.plan.cache.build_cache import BUILD_CACHE
from broadsheet.press.run.report import Report
from broadsheet.press.site import make_site
from tests.press.photos import DRAWING, line_art
from tests.press.project import Project

Step = Callable[[Project], object]

SECTIONS = ("要闻", "副刊", "体育")


def an_edition(project: Project, day: int, articles: int = 4) -> None:
    date = f"2024-04-{day:02d}" if day <= 30 else f"2025-01-{day - 30:02d}"
    project.edition(date, number=day, pages={1: {"name": "要闻"}, 2: {"name": "副刊", "page_editor": "王"}})
    for order in range(1, articles + 1):
        page = 1 if order <= 2 else 2
        project.article(
            f"{date}/0{page}/{order:02d}",
            f"第{day}期第{order}篇。\n\n见[上期](/2024-04-01/)，**重**。",
            authors=["张海莺", f"作者{order % 3}"],
            column="共富" if order == 1 else "",
            tags=["春耕"] if day % 2 else [],
            photos=[{"file": "/all.svg"}]
            if order == 2
            else [{"file": "own.png", "alt": "图"}]
            if order == 3
            else [],
        )
    (project.folder / f"content/{date}/02/own.png").write_bytes(line_art(40, 30))


@pytest.fixture
def paper(project: Project) -> Project:
    project.copy_theme()
    project.set(SECTION_NAV=["要闻"], FEED_LENGTH=8)
    project.write("content/all.svg", DRAWING)
    project.write("content/about.md", "---\ntitle: 关于\n---\n\n文。\n")
    for day in range(1, 8):
        an_edition(project, day)
    return project


def build() -> Report:
    return make_site("pelicanconf.py")


def all_files(project: Project) -> dict[str, bytes]:
    """Every file with its bytes, the stamp too."""
    files = (path for path in project.output.rglob("*") if path.is_file())
    return {path.relative_to(project.output).as_posix(): path.read_bytes() for path in files}


def clean_site(project: Project) -> dict[str, bytes]:
    """Build from nothing aside, with the same settings."""
    aside, cache = project.folder / "aside", project.folder / "aside-cache"
    project.output.rename(aside)
    (project.folder / ".cache").rename(cache)
    try:
        build()
        return all_files(project)
    finally:
        shutil.rmtree(project.output)
        shutil.rmtree(project.folder / ".cache")
        aside.rename(project.output)
        cache.rename(project.folder / ".cache")


def edit(path: str, old: str, new: str) -> Step:
    def step(project: Project) -> None:
        file = project.folder / path
        text = file.read_text(encoding="utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    return step


def rename(path: str, new: str) -> Step:
    return lambda project: (project.folder / path).rename(project.folder / new)


def delete(path: str) -> Step:
    def step(project: Project) -> None:
        target = project.folder / path
        shutil.rmtree(target) if target.is_dir() else target.unlink()

    return step


def another_section_name(project: Project) -> None:
    for day in range(1, 8):
        edit(f"content/2024-04-{day:02d}/edition.yaml", "副刊", "文化")(project)


def two_editions(project: Project) -> None:
    an_edition(project, 8)
    an_edition(project, 9, 3)


STEPS: dict[str, Step] = {
    "publish": lambda project: an_edition(project, 8),
    "publish in a new year": lambda project: an_edition(project, 31),
    "publish two": two_editions,
    "a late edition": lambda project: project.article("2024-03-31/01/01", section="体育"),
    "edit a title": edit("content/2024-04-03/01/02.md", "题2024-04-03/01/02", "改题"),
    "edit a title of the newest": edit("content/2024-04-07/01/02.md", "题2024-04-07/01/02", "改题"),
    "a new tag": lambda project: project.article("2024-04-03/01/02", tags=["夏收"]),
    "edit words that no list shows": edit("content/2024-04-06/01/01.md", "**重**", "**轻**"),
    "late insert": lambda project: project.article("2024-04-03/01/09", authors=["张海莺"]),
    "delete an article": delete("content/2024-04-03/01/02.md"),
    "delete the last of a list": delete("content/2024-04-07/02/04.md"),
    "rename an article": rename("content/2024-04-03/01/02.md", "content/2024-04-03/01/07.md"),
    "move to another page": rename("content/2024-04-03/01/02.md", "content/2024-04-03/02/02.md"),
    "words in a name": rename("content/2024-04-03/01/02.md", "content/2024-04-03/01/02-words.md"),
    "delete an edition": delete("content/2024-04-03"),
    "delete the newest": delete("content/2024-04-07"),
    "delete the oldest": delete("content/2024-04-01"),
    "rename a section": another_section_name,
    "an article's section": lambda project: project.article("2024-04-03/01/02", section="体育"),
    "edition.yaml": edit("content/2024-04-03/edition.yaml", "number: 3", "number: 4"),
    "a photo": lambda project: (project.folder / "content/2024-04-03/02/own.png").write_bytes(line_art(40, 30, ink=9)),
    "a photo of all": lambda project: project.write("content/all.svg", DRAWING.replace("M0", "M1")),
    "a template": edit("theme/templates/article.html", "<h1>", '<h1 class="x">'),
    "a template that others include": edit("theme/templates/base.html", "订阅", "订 阅"),
    "a component's macros": edit("theme/components/card/card.html", 'class="card"', 'class="card x"'),
    "a component's style sheet": edit("theme/components/card/card.css", "0", "1px"),
    "a style sheet": lambda project: project.write("theme/static/site.css", "p { color: red }"),
    "a new static file": lambda project: project.write("theme/static/more.css", ""),
    "a setting": lambda project: project.set(SITENAME="新报"),
    "the length of lists": lambda project: project.set(LIST_LENGTH=2),
    "a section's address": lambda project: project.set(SECTIONS={"副刊": "fukan"}),
    "the about page": edit("content/about.md", "文。", "改。"),
    "no about page": delete("content/about.md"),
    "a draft": lambda project: project.article("2024-04-03/01/02", status="draft"),
    "a neighbour's name": rename("content/2024-04-04", "content/2024-05-04"),
    "nothing": lambda _project: None,
}  # fmt: skip


@pytest.mark.parametrize("name", STEPS)
def test_a_step_gives_the_bytes_of_a_clean_build(paper: Project, name: str) -> None:
    build()
    STEPS[name](paper)
    build()
    assert all_files(paper) == clean_site(paper)
    assert check_site(publish=False) == 0, "Pelican makes another site"


def test_steps_one_after_another_give_the_bytes_of_a_clean_build(paper: Project) -> None:
    build()
    for name in (
        "publish",
        "edit a title",
        "late insert",
        "a photo of all",
        "delete an edition",
        "a late edition",
    ):
        STEPS[name](paper)
        build()
    assert all_files(paper) == clean_site(paper)


def test_all_drafts_of_an_edition_are_signed_off_and_taken_back(paper: Project) -> None:
    paper.article("2024-04-08/01/01", status="draft")
    make_site("publishconf.py")
    assert not paper.has("/2024-04-08/")
    assert paper.link("/2024-04-07/", "next")[1] == ""
    paper.article("2024-04-08/01/01")
    make_site("publishconf.py")
    assert paper.link("/2024-04-07/", "next")[1] == "/2024-04-08/"
    assert paper.link("/2024-04-08/", "previous")[1] == "/2024-04-07/"
    paper.article("2024-04-08/01/01", status="draft")
    make_site("publishconf.py")
    assert not paper.has("/2024-04-08/")
    assert paper.link("/2024-04-07/", "next")[1] == ""


@pytest.mark.parametrize("sheet", ["components/card/card.css", "static/site.css"])
def test_a_style_sheet_is_sent_anew_and_no_edition_is_made_again(paper: Project, sheet: str) -> None:
    build()
    edit(f"theme/{sheet}", "margin: 0", "margin: 1px")(paper)
    assert build().pages == len(("about", "404"))
    assert "margin: 1px" in (paper.output / "theme/site.css").read_text(encoding="utf-8")


def test_publishing_makes_one_edition_and_what_it_reaches(paper: Project) -> None:
    build()
    before = all_files(paper)
    an_edition(paper, 8)
    build()
    after = all_files(paper)
    changed = {name for name in after if before.get(name) != after[name]}
    dated = {name for name in changed if name.startswith("2024-") and not name.startswith("2024-04-08")}
    assert dated == {"2024-04-07/index.html"}
    assert "sections/要闻/1/index.html" not in changed
    assert {"feed.json", "sections/要闻/feed.json", "columns/共富/rss.xml"} <= changed


def test_words_of_an_old_article_reach_the_one_feed_that_still_holds_it_and_no_list(paper: Project) -> None:
    build()
    before = all_files(paper)
    edit("content/2024-04-01/01/01.md", "**重**", "**轻**")(paper)
    build()
    after = all_files(paper)
    changed = {name for name in after if before.get(name) != after[name]}
    own = {"2024-04-01/01/01/index.html", "2024-04-01/all/index.html"}
    feeds = {f"columns/共富/{file}" for file in ("feed.xml", "rss.xml", "feed.json")}
    assert changed - {".broadsheet/stamp"} == {*own, *feeds}


def test_nothing_changed_imports_neither_pelican_nor_a_parser(paper: Project) -> None:
    build()
    script = (
        "import sys; from broadsheet.press import build_site; assert build_site(publish=False) == 0;"
        "print(sorted({'pelican', 'PIL', 'markdown', 'msgspec', 'jinja2', 'yaml', 'lunar_python', 'bs4', 'babel'} & set(sys.modules)))"
    )
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=paper.folder, capture_output=True, encoding="utf-8", check=True
    )
    assert "nothing to make" in run.stdout
    assert run.stdout.splitlines()[-1] == "[]"


def test_a_fresh_checkout_makes_nothing_again(paper: Project) -> None:
    build()
    now = time.time() - 60
    for path in paper.folder.rglob("*"):
        if path.is_file():
            os.utime(path, (now, now))
    assert build().pages == 0
    an_edition(paper, 8)
    assert build().pages < 35


def test_a_change_that_keeps_size_and_age_is_seen_while_the_clock_may_not_have_moved(paper: Project) -> None:
    article = paper.article("2024-04-07/01/01", "甲文。")
    stat = article.stat()
    build()
    paper.article("2024-04-07/01/01", "乙文。")
    os.utime(article, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    build()
    assert "乙文" in paper.page("/2024-04-07/01/01/")


def damage_header(build_cache: Path) -> None:
    build_cache.write_bytes(b"not a database" * 400)


def damage_middle(build_cache: Path) -> None:
    data = bytearray(build_cache.read_bytes())
    data[len(data) // 3 : len(data) // 3 + 20_000] = os.urandom(20_000)
    build_cache.write_bytes(data)


def truncate(build_cache: Path) -> None:
    build_cache.write_bytes(build_cache.read_bytes()[: build_cache.stat().st_size // 2])


def other_version(build_cache: Path) -> None:
    with sqlite3.connect(build_cache) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()


def other_row(build_cache: Path) -> None:
    with sqlite3.connect(build_cache) as database:
        database.execute("UPDATE edition SET record = (SELECT record || 'x' FROM edition LIMIT 1)")
        database.execute("UPDATE edition SET row = x'00' WHERE date = '2024-04-03'")
    database.close()


def other_program(build_cache: Path) -> None:
    build_cache.unlink()
    with sqlite3.connect(build_cache) as database:
        database.execute("CREATE TABLE edition (x)")
    database.close()


def nowhere_to_write(build_cache: Path) -> None:
    with sqlite3.connect(build_cache) as database:
        database.execute("DROP TABLE article")
    database.close()


def other_stamp(_build_cache: Path) -> None:
    Path("output/.broadsheet/stamp").write_bytes(b"\xff")


HARM = [
    Path.unlink,
    damage_header,
    damage_middle,
    truncate,
    other_version,
    other_row,
    other_program,
    nowhere_to_write,
    other_stamp,
]


@pytest.mark.parametrize("harm", HARM)
def test_a_build_cache_that_cannot_be_believed_is_made_again(
    paper: Project, harm: Callable[[Path], None]
) -> None:
    build()
    harm(BUILD_CACHE)
    an_edition(paper, 8)
    delete("content/2024-04-02")(paper)
    build()
    assert all_files(paper) == clean_site(paper)
    assert build().pages == 0


def test_a_build_cache_of_another_site_is_made_again(paper: Project) -> None:
    build()
    shutil.copy(BUILD_CACHE, "theirs")
    an_edition(paper, 8)
    build()
    shutil.copy("theirs", BUILD_CACHE)
    delete("content/2024-04-08")(paper)
    build()
    assert all_files(paper) == clean_site(paper)


def test_output_that_was_removed_is_made_again(paper: Project) -> None:
    build()
    before = all_files(paper)
    shutil.rmtree(paper.output)
    build()
    assert all_files(paper) == before


def test_pelican_itself_makes_the_same_site_and_is_not_mistaken_for_us(paper: Project) -> None:
    build()
    ours = paper.files()
    an_edition(paper, 8)
    assert paper.pelican().returncode == 0
    delete("content/2024-04-08")(paper)
    build()
    assert paper.files() == ours


def test_a_failed_build_leaves_the_site_and_what_is_known_of_it(paper: Project) -> None:
    build()
    before = all_files(paper)
    an_edition(paper, 8)
    article = paper.article("2024-04-08/02/04", photo="x")
    with pytest.raises(BroadsheetError, match="unknown-key"):
        build()
    assert {name: data for name, data in all_files(paper).items() if "/stage/" not in name} == before
    article.unlink()
    build()
    assert all_files(paper) == clean_site(paper)


KILLED = """
import os, signal, sys
import broadsheet.files.stage as stage, broadsheet.press.files.writer as writer, broadsheet.press.plan.cache.build_cache as build_cache
from pathlib import Path

def killer(kind, name, count):
    original, calls = getattr(kind, name), []
    def dying(*args, **kwargs):
        calls.append(1)
        if len(calls) == count:
            os.kill(os.getpid(), signal.SIGKILL)
        return original(*args, **kwargs)
    setattr(kind, name, dying)

place, count = sys.argv[1], int(sys.argv[2])
kind = {"put": writer.Bundle, "decide": stage.Stage, "save": build_cache.BuildCache, "move_in": stage.Stage,
        "move": stage, "unlink": Path}[place]
killer(kind, place, count)
from broadsheet.press import build_site
build_site(publish=False)
"""


@pytest.mark.parametrize(
    ("place", "count", "site"),
    [
        ("put", 3, "old"),
        ("put", 20, "old"),
        ("decide", 1, "old"),
        ("move", 1, "old"),
        ("save", 1, "new"),
        ("move_in", 1, "new"),
        ("move", 2, "new"),
        ("move", 8, "new"),
        ("unlink", 1, "new"),
    ],
)
def test_a_killed_build_leaves_the_old_site_or_one_that_the_next_build_finishes(
    paper: Project, place: str, count: int, site: str
) -> None:
    build()
    old = paper.files()
    an_edition(paper, 8)
    delete("content/2024-04-02")(paper)
    run = subprocess.run([sys.executable, "-c", KILLED, place, str(count)], cwd=paper.folder, check=False)
    assert run.returncode == -9
    if site == "old":
        assert paper.files() == old
    else:
        assert site_status(publish=False) == 0
        assert paper.files() == clean_site_files(paper)
    build()
    assert all_files(paper) == clean_site(paper)


def clean_site_files(project: Project) -> dict[str, bytes]:
    return {name: data for name, data in clean_site(project).items() if not name.startswith(".broadsheet/")}


def test_processes_give_the_same_bytes(paper: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(8, 14):
        an_edition(paper, day)
    monkeypatch.setattr("broadsheet.press.crew.cores", lambda: 3)
    build()
    several = all_files(paper)
    monkeypatch.setattr("broadsheet.press.crew.cores", lambda: 1)
    assert clean_site(paper) == several


def test_a_mistake_found_in_another_process_is_told(paper: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(8, 14):
        an_edition(paper, day)
    paper.article("2024-04-09/01/01", photo="x")
    paper.article("2024-04-11/01/01", photo="x")
    monkeypatch.setattr("broadsheet.press.crew.cores", lambda: 2)
    with pytest.raises(BroadsheetError) as caught:
        build()
    assert [finding.path for finding in caught.value.findings] == [
        "content/2024-04-09/01/01.md",
        "content/2024-04-11/01/01.md",
    ]


@pytest.mark.usefixtures("paper")
def test_one_build_at_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    with only_command():
        assert build_site(publish=False) == 1
    assert f"process {os.getpid()} is at work on this project" in capsys.readouterr().err
    assert build_site(publish=False) == 0


def test_check_names_what_differs(paper: Project, capsys: pytest.CaptureFixture[str]) -> None:
    build()
    assert check_site(publish=False) == 0
    paper.write("output/2024-04-03/index.html", "x")
    paper.write("output/stray.html", "x")
    (paper.output / "feed.xml").unlink()
    assert check_site(publish=False) == 1
    told = capsys.readouterr().err
    assert "output/2024-04-03/index.html: error stale-site: this file holds other bytes" in told
    assert "output/stray.html: error stale-site: nothing makes this file" in told
    assert "output/feed.xml: error stale-site: this file is missing" in told
    assert build_site(publish=False, clean=True) == 0
    assert check_site(publish=False) == 0


def test_status_says_what_would_be_made_and_why(paper: Project, capsys: pytest.CaptureFixture[str]) -> None:
    site_status(publish=False)
    assert "A build would make everything: there is no build cache" in capsys.readouterr().out
    build()
    site_status(publish=False)
    told = capsys.readouterr().out
    assert "content/ holds 7 editions with 28 articles" in told
    assert "A build would make nothing." in told
    site_status(publish=True)
    told = capsys.readouterr().out
    assert "everything: the last build was with pelicanconf.py, this would be with publishconf.py" in told
    an_edition(paper, 8)
    edit("content/2024-04-03/edition.yaml", "number: 3", "number: 4")(paper)
    delete("content/2024-04-02")(paper)
    site_status(publish=False)
    told = capsys.readouterr().out
    assert "2024-04-08: a new edition" in told
    assert "2024-04-03: 2024-04-03/edition.yaml changed" in told
    assert "2024-04-02 has gone" in told
    paper.set(SITENAME="新报")
    site_status(publish=False)
    assert "A build would make everything: the settings changed" in capsys.readouterr().out


def test_status_counts_what_it_does_not_list(paper: Project, capsys: pytest.CaptureFixture[str]) -> None:
    build()
    for day in range(1, 24):
        paper.article(f"2024-06-{day:02d}/01/01")
    site_status(publish=False)
    told = capsys.readouterr().out
    assert told.count(": a new edition\n") == 20
    assert told.endswith("  and 3 more\n")
