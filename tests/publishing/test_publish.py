"""inv publish before it sends: what it refuses, and what it says that readers will see."""

import datetime as dt
import shutil
import sys
from pathlib import Path

import pytest

from broadsheet.newsroom import move_articles
from broadsheet.press.host import needs_pelican
from broadsheet.press.paper.conf import settings_of
from broadsheet.publishing import Options, publish_site
from tests.press.project import Project
from tests.publishing.paper import commit, commits, files_in, publish, publish_to, withdraw


@pytest.fixture
def served(paper: Project) -> Path:
    folder = paper.folder.parent / "served"
    publish_to(paper, f"folder:{folder}")
    return folder


def test_a_mistake_in_a_manuscript_stops_it(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    early = [{"date": "2024-04-01", "text": "应为八点。"}]
    paper.article("2024-04-16/01/03", title="夜校开课", corrections=early)
    assert publish(paper) == 1
    said = capsys.readouterr()
    assert "content/2024-04-16/01/03.md:4:3: error early-correction" in said.out
    assert "nothing was published" in said.err
    assert not served.exists()


def test_an_unfinished_article_is_held_and_stops_nothing(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.article("2024-04-16/01/03", title="待校稿", status="review")
    assert publish(paper) == 0
    assert "content/2024-04-16/01/03.md:3:1: doubt unfinished" in capsys.readouterr().out
    assert not (served / "2024-04-16/01/03").exists()
    paper.article("2024-04-16/01/03", title="", status="draft")
    assert publish(paper) == 1
    assert "content/2024-04-16/01/03.md: error no-title" in capsys.readouterr().out


def test_a_dead_link_stops_it_at_its_line(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.article("2024-04-16/01/03", "[旧闻](/2024-04-14/01/01/)")
    assert publish(paper) == 1
    assert "content/2024-04-16/01/03.md:5:6: error dead-link" in capsys.readouterr().err
    assert not served.exists()


def test_a_preview_in_output_is_never_published(paper: Project, served: Path) -> None:
    paper.build()
    assert publish(paper) == 0
    assert (served / "robots.txt").read_text("utf-8").count("Disallow: /\n") == 0
    assert "https://example.org/paper/" in (served / "sitemap.xml").read_text("utf-8")


def test_uncommitted_work_is_refused_unless_it_is_wanted(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(paper)
    before = files_in(served)
    paper.article("2024-04-16/01/03", title="没有提交")
    assert publish_site() == 1
    error = capsys.readouterr().err
    assert "content/2024-04-16/01/03.md: not committed" in error
    assert "inv publish --dirty" in error
    assert files_in(served) == before
    assert publish_site(Options(dirty=True)) == 0
    assert (served / "2024-04-16/01/03/index.html").is_file()


def test_without_a_repository_nothing_says_what_was_published(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(paper.folder / ".git")
    assert publish_site() == 1
    assert "not a git repository" in capsys.readouterr().err
    assert publish_site(Options(dirty=True)) == 0
    assert (served / "index.html").is_file()


def test_an_archive_that_lost_a_tenth_is_refused_unless_it_is_meant(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for order in range(3, 9):
        paper.article(f"2024-04-16/01/{order:02d}")
    publish(paper)
    before = files_in(served)
    withdraw("2024-04-16/01/03")
    assert publish(paper) == 1
    error = capsys.readouterr().err
    assert "readers have 10 articles, and this withdraws 1 of them" in error
    assert "inv publish --allow-shrink" in error
    assert files_in(served) == before
    assert publish(paper, allow_shrink=True) == 0
    assert "误刊。" in (served / "2024-04-16/01/03/index.html").read_text("utf-8")
    # The notice is none of a next publish's business.
    paper.article("2024-04-17/01/01", title="新报")
    assert publish(paper) == 0


def test_less_than_a_tenth_may_go(paper: Project, served: Path) -> None:
    for order in range(3, 10):
        paper.article(f"2024-04-16/01/{order:02d}")
    publish(paper)
    withdraw("2024-04-16/01/03")
    assert publish(paper) == 0
    assert "误刊。" in (served / "2024-04-16/01/03/index.html").read_text("utf-8")


def test_a_dry_run_says_what_readers_would_see_and_sends_nothing(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for order in range(3, 13):
        paper.article(f"2024-04-15/01/{order:02d}", title=f"短讯{order}")
    publish(paper)
    before = files_in(served)
    capsys.readouterr()
    withdraw("2024-04-15/01/12")
    assert move_articles("content/2024-04-15/01/11.md", "content/2024-04-15/02") == 0
    paper.edition("2024-04-15", pages={1: {"name": "要闻"}, 2: {"name": "经济"}})
    paper.article("2024-04-16/01/02", "改过。", title="夜校2024-04-16")
    paper.article("2024-04-17/01/01", title="新报")
    assert publish_site(Options(dry_run=True)) == 0
    lines = capsys.readouterr().out.splitlines()
    for line in (
        "  added /2024-04-15/02/",
        "  added /2024-04-17/01/01/",
        "  added /2024-04-17/",
        "  changed /2024-04-16/01/02/",
        "  moved /2024-04-15/01/11/ → /2024-04-15/02/01/",
        "  withdrawn /2024-04-15/01/12/",
        "a dry run: nothing was sent",
    ):
        assert line in lines
    assert "  added /2024-04-15/02/01/" not in lines
    assert "  withdrawn /2024-04-15/01/11/" not in lines
    assert files_in(served) == before


def test_a_publish_names_twenty_addresses_of_a_kind_and_a_dry_run_all(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for order in range(3, 30):
        paper.article(f"2024-04-15/01/{order:02d}")
    publish(paper, dry_run=True)
    assert capsys.readouterr().out.count("  added /") == 35
    publish(paper)
    said = capsys.readouterr().out
    assert said.count("  added /") == 20
    assert "  added 15 more\n" in said
    assert served.is_dir()


def test_an_edition_is_sent_when_its_day_begins(paper: Project, served: Path) -> None:
    paper.article("2024-04-17/01/01", title="明日")
    last_second = int(dt.datetime.fromisoformat("2024-04-16T23:59:59+08:00").timestamp())
    paper.monkeypatch.setenv("SOURCE_DATE_EPOCH", str(last_second))
    assert publish(paper) == 0
    assert not (served / "2024-04-17").exists()
    paper.monkeypatch.setenv("SOURCE_DATE_EPOCH", str(last_second + 1))
    assert publish(paper) == 0
    assert (served / "2024-04-17/01/01/index.html").is_file()


def test_an_article_that_readers_have_is_not_held_back_again(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(paper) == 0
    paper.article("2024-04-15/01/01", publish_at="2999-01-01 06:00")
    assert publish(paper) == 1
    assert "it is held until 2999-01-01 06:00" in capsys.readouterr().err
    assert (served / "2024-04-15/01/01/index.html").is_file()


def test_a_dry_run_touches_no_branch(paper: Project) -> None:
    publish(paper)
    before = commits(paper)
    paper.article("2024-04-17/01/01", title="新报")
    assert publish(paper, dry_run=True) == 0
    assert commits(paper) == before


@pytest.mark.parametrize(
    "target", ["", "origin", "branch:origin", "branch:/gh-pages", "folder:", "rsync:", "ftp:host"]
)
def test_a_setting_that_names_no_target_is_told(
    paper: Project, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    publish_to(paper, target)
    assert publish(paper) == 1
    assert 'PUBLISH_TO = "branch:origin/gh-pages"' in capsys.readouterr().err


def test_a_site_without_an_address_is_not_published(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (paper.folder / "publishconf.py").read_text("utf-8")
    paper.write("publishconf.py", text.replace("https://example.org/paper", ""))
    assert publish(paper) == 1
    assert "SITEURL is empty" in capsys.readouterr().err
    assert not served.exists()


@pytest.mark.usefixtures("paper")
def test_the_target_alone_needs_no_pelican() -> None:
    assert not needs_pelican(settings_of("publishconf.py"))


def test_a_check_compares_the_site_with_a_build_from_nothing(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert publish(paper, check=True) == 0
    assert "is what a build from nothing makes" in capsys.readouterr().out
    (paper.output / "2024-04-15/01/01/index.html").write_bytes(b"damaged")
    before = files_in(served)
    assert publish(paper, check=True) == 1
    assert "stale-site" in capsys.readouterr().err
    assert files_in(served) == before


def test_while_it_publishes_nothing_else_builds(paper: Project) -> None:
    """inv serve would put a preview, with drafts, into the folder that is being sent."""
    hook = paper.folder.parent / "origin.git/hooks/pre-receive"
    tried = paper.folder.parent / "tried"
    hook.write_text(
        f"#!/bin/sh\nunset GIT_DIR GIT_QUARANTINE_PATH\ncd {paper.folder}\n"
        f"{sys.executable} -c 'from broadsheet.press import build_site; build_site(publish=False)' 2> \"{tried}\"\ntrue\n",
        encoding="utf-8",
    )
    hook.chmod(0o755)
    assert publish(paper) == 0
    assert "project-busy" in tried.read_text("utf-8")


@pytest.mark.parametrize("folder", ["content", "output/site", ".git", "."])
def test_a_folder_of_the_project_itself_is_no_target(
    paper: Project, folder: str, capsys: pytest.CaptureFixture[str]
) -> None:
    publish_to(paper, f"folder:{folder}")
    commit(paper)
    before = files_in(paper.folder, ".cache")
    assert publish_site() == 1
    assert f"PUBLISH_TO is folder:{folder}, and " in capsys.readouterr().err
    assert files_in(paper.folder, ".cache") == before
