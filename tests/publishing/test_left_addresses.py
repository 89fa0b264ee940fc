"""inv publish lets no address of a page vanish: what goes has moved, was withdrawn, or leads one step up."""

from pathlib import Path

import pytest

from broadsheet.newsroom import move_articles
from broadsheet.publishing import Options, publish_site
from tests.press.project import Project
from tests.publishing.paper import files_in, publish, publish_to, withdraw


@pytest.fixture
def served(paper: Project) -> Path:
    folder = paper.folder.parent / "served"
    publish_to(paper, f"folder:{folder}")
    for order in range(3, 15):
        paper.article(f"2024-04-15/01/{order:02d}", title=f"短讯{order}", section="要闻")
    assert publish(paper) == 0
    return folder


def addresses(folder: Path) -> set[str]:
    return {path for path in files_in(folder) if path.endswith("index.html")}


def test_an_article_that_is_gone_is_refused_with_its_manuscript_and_both_remedies(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files_in(served)
    (paper.folder / "content/2024-04-15/01/03.md").unlink()
    assert publish(paper) == 1
    error = capsys.readouterr().err
    assert "content/2024-04-15/01/03.md: error vanished: readers have /2024-04-15/01/03/" in error
    assert "inv move content/2024-04-15/01/03.md NEW" in error
    assert "inv withdraw content/2024-04-15/01/03.md --text WHY" in error
    assert files_in(served) == before
    withdraw("2024-04-15/01/03")
    assert publish(paper) == 0
    assert addresses(served) == {path for path in before if path.endswith("index.html")}


def test_an_article_that_was_moved_by_hand_is_recognised_by_its_title(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old, new = "content/2024-04-15/01/03.md", "content/2024-04-16/01/03.md"
    (paper.folder / old).rename(paper.folder / new)
    assert publish(paper) == 1
    command = f"inv move {old} {new}"
    assert command in capsys.readouterr().err
    assert move_articles(old, new) == 0
    assert publish(paper) == 0
    assert "url=/paper/2024-04-16/01/03/" in (served / "2024-04-15/01/03/index.html").read_text("utf-8")


def test_an_article_that_went_back_to_draft_is_refused_with_the_reason(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.article("2024-04-15/01/03", title="短讯3", status="draft")
    before = files_in(served)
    assert publish(paper) == 1
    said = capsys.readouterr().err
    assert "status draft" in said
    assert "inv withdraw content/2024-04-15/01/03.md" in said
    assert files_in(served) == before


def test_a_dry_run_refuses_as_well_and_changes_nothing(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (paper.folder / "content/2024-04-15/01/03.md").unlink()
    before = files_in(served)
    assert publish_site(Options(dry_run=True)) == 1
    said = capsys.readouterr()
    assert "  withdrawn /2024-04-15/01/03/" in said.out
    assert "inv withdraw" in said.err
    assert files_in(served) == before


def test_readers_of_a_list_that_is_gone_are_led_to_the_page_above(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.article("2024-04-16/01/03", title="评论", tags=["错字"], authors=["张三"], byline="张三")
    assert publish(paper) == 0
    paper.article("2024-04-16/01/03", title="评论", tags=["正字"], authors=["张叁"], byline="张叁")
    assert publish(paper, dry_run=True) == 0
    assert not (paper.folder / "content/addresses.yaml").exists()
    assert publish(paper) == 1
    error = capsys.readouterr().err
    assert "content/addresses.yaml: error led-on: /tags/错字/ is gone" in error
    assert "commit it, then: inv publish" in error
    assert (served / "tags/错字/index.html").read_text("utf-8").count("refresh") == 0
    assert publish(paper) == 0
    assert "url=/paper/tags/" in (served / "tags/错字/index.html").read_text("utf-8")
    assert "url=/paper/authors/" in (served / "authors/张三/index.html").read_text("utf-8")


def test_no_address_that_readers_had_is_ever_lost(paper: Project, served: Path) -> None:
    had = addresses(served)
    assert move_articles("content/2024-04-15", "content/2024-04-14") == 0
    assert publish(paper) == 0
    assert had <= addresses(served)
    had = addresses(served)
    withdraw("2024-04-14/01/02", "2024-04-16/01/01")
    assert move_articles("content/2024-04-14/01/01.md", "content/2024-04-17/01/01.md") == 0
    assert publish(paper, allow_shrink=True) == 0
    assert had <= addresses(served)
    assert "url=/paper/2024-04-17/01/01/" in (served / "2024-04-15/01/01/index.html").read_text("utf-8")
    assert "url=/paper/2024-04-14/01/02/" in (served / "2024-04-15/01/02/index.html").read_text("utf-8")
    assert "误刊。" in (served / "2024-04-14/01/02/index.html").read_text("utf-8")


def test_twice_over_is_nothing(paper: Project, served: Path, capsys: pytest.CaptureFixture[str]) -> None:
    withdraw("2024-04-15/01/03")
    assert move_articles("content/2024-04-15/01/04.md", "content/2024-04-16/02/01.md") == 0
    assert publish(paper) == 0
    said = capsys.readouterr().out.splitlines()
    assert "  withdrawn /2024-04-15/01/03/" in said
    assert "  moved /2024-04-15/01/04/ → /2024-04-16/02/01/" in said
    before = files_in(served)
    assert publish(paper) == 0
    assert "nothing was sent" in capsys.readouterr().out
    assert files_in(served) == before
