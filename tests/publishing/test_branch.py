"""inv publish to a branch of a git remote: readers get the site, each publish is one commit, nothing else is touched."""

import pytest

from broadsheet.model.errors import PublishError
from broadsheet.publishing.branch import Branch
from broadsheet.publishing.changes import compare, site_files
from tests.press.project import Project
from tests.publishing.paper import BRANCH, commit, commits, git, on_branch, publish, publish_to

NEWEST = "2024-04-16/01/02"


def test_readers_get_every_byte_of_the_site_and_no_hidden_folder(paper: Project) -> None:
    paper.article("2024-04-16/01/03", title="待校稿")
    assert publish(paper) == 0
    assert on_branch(paper) == {**paper.files(), ".nojekyll": b""}
    assert len(commits(paper)) == 1


def test_a_second_publish_without_changes_commits_nothing(
    paper: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(paper)
    before = commits(paper)
    capsys.readouterr()
    assert publish(paper) == 0
    assert commits(paper) == before
    assert "branch gh-pages of origin: readers have all of this already" in capsys.readouterr().out


def test_a_change_is_one_commit_on_top_of_the_last(paper: Project) -> None:
    publish(paper)
    first = commits(paper)
    paper.article(NEWEST, "改过。", title="夜校2024-04-16")
    assert publish(paper) == 0
    newest, *older = commits(paper)
    assert older == first
    changed = git(paper.folder.parent / "origin.git", "show", "--format=", "--name-only", newest).splitlines()
    assert f"{NEWEST}/index.html" in changed
    assert "2024-04-15/01/01/index.html" not in changed
    assert "改过" in on_branch(paper)[f"{NEWEST}/index.html"].decode()


def test_the_desk_keeps_its_branch_its_files_and_its_index(paper: Project) -> None:
    before = git(paper.folder, "rev-parse", "HEAD")
    assert publish(paper) == 0
    assert git(paper.folder, "rev-parse", "HEAD") == before
    assert git(paper.folder, "status", "--porcelain") == ""
    assert git(paper.folder, "branch", "--list").split() == ["*", "main"]


def test_files_are_published_as_built_whatever_git_is_set_to(paper: Project) -> None:
    git(paper.folder, "config", "core.autocrlf", "true")
    paper.write(".gitattributes", "*.html text eol=crlf\n")
    paper.write(".gitignore", "/output/\n/.cache/\n__pycache__/\n*.json\n")
    assert publish(paper) == 0
    published = on_branch(paper)
    assert b"\r\n" not in published["index.html"]
    assert "feed.json" in published


def test_a_domain_set_on_the_host_stays(paper: Project) -> None:
    publish(paper)
    clone = paper.folder.parent / "host"
    git(paper.folder.parent, "clone", "--quiet", "--branch", BRANCH, "origin.git", "host")
    (clone / "CNAME").write_text("paper.example.org\n", encoding="utf-8")
    git(clone, "add", "CNAME")
    git(clone, "commit", "--quiet", "--message", "Create CNAME")
    git(clone, "push", "--quiet")
    paper.article(NEWEST, "改过。")
    assert publish(paper) == 0
    assert on_branch(paper)["CNAME"] == b"paper.example.org\n"
    before = commits(paper)
    assert publish(paper) == 0
    assert commits(paper) == before


def test_a_second_machine_publishes_only_what_is_new(paper: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(paper)
    first = commits(paper)
    git(paper.folder, "push", "--quiet", "origin", "main")
    git(paper.folder.parent, "clone", "--quiet", "--branch", "main", "origin.git", "laptop")
    laptop = Project.__new__(Project)
    laptop.__dict__.update(paper.__dict__, folder=paper.folder.parent / "laptop")
    laptop.output = laptop.folder / "output"
    monkeypatch.chdir(laptop.folder)
    monkeypatch.syspath_prepend(laptop.folder)
    assert publish(laptop) == 0
    assert commits(laptop) == first
    laptop.article("2024-04-17/01/01", title="新报")
    assert publish(laptop) == 0
    assert commits(laptop)[1:] == first
    assert on_branch(laptop) == {**laptop.files(), ".nojekyll": b""}
    # The first machine publishes on top of that, without having to know of it.
    monkeypatch.chdir(paper.folder)
    git(paper.folder, "pull", "--quiet", "--rebase", "../laptop", "main")
    assert publish(paper) == 0
    assert len(commits(paper)) == 2


def test_a_rejected_push_is_told_and_readers_keep_what_they_have(
    paper: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(paper)
    before = commits(paper)
    hook = paper.folder.parent / "origin.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'this branch is protected' >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    paper.article(NEWEST, "改过。")
    assert publish(paper) == 1
    error = capsys.readouterr().err
    assert "this branch is protected" in error
    assert "→" in error
    assert commits(paper) == before
    hook.unlink()
    assert publish(paper) == 0
    assert "改过" in on_branch(paper)[f"{NEWEST}/index.html"].decode()


def test_a_remote_that_is_not_there_is_told(paper: Project, capsys: pytest.CaptureFixture[str]) -> None:
    publish_to(paper, "branch:upstream/gh-pages")
    assert publish(paper) == 1
    assert "'upstream' does not appear to be a git repository" in capsys.readouterr().err


def test_a_branch_of_something_else_is_left_alone(paper: Project, capsys: pytest.CaptureFixture[str]) -> None:
    git(paper.folder, "push", "--quiet", "origin", "main")
    before = git(paper.folder.parent / "origin.git", "rev-parse", "main")
    publish_to(paper, "branch:origin/main")
    commit(paper)
    assert publish(paper) == 1
    assert "branch main of origin: error" in capsys.readouterr().err
    assert git(paper.folder.parent / "origin.git", "rev-parse", "main") == before


def test_a_publish_overtaken_by_another_machine_changes_nothing(paper: Project) -> None:
    publish(paper)
    slow = Branch("origin", BRANCH)
    changes = compare(slow.published(), {**site_files(paper.output), "robots.txt": ""})
    paper.article("2024-04-17/01/01", title="新报")
    publish(paper)
    before = commits(paper)
    with pytest.raises(PublishError, match="git pull"):
        slow.send(paper.output, changes, {})
    assert commits(paper) == before


def test_a_file_may_make_way_for_a_folder(paper: Project) -> None:
    publish(paper)
    paper.output.joinpath("notes").write_text("a file", encoding="utf-8")
    first = Branch("origin", BRANCH)
    first.send(paper.output, compare(first.published(), site_files(paper.output)), {})
    paper.output.joinpath("notes").unlink()
    paper.output.joinpath("notes").mkdir()
    paper.output.joinpath("notes/“引号”\\.txt").write_text("in a folder", encoding="utf-8")
    second = Branch("origin", BRANCH)
    second.send(paper.output, compare(second.published(), site_files(paper.output)), {})
    assert on_branch(paper) == {**paper.files(), ".nojekyll": b""}


def test_a_long_history_begins_anew_and_no_file_is_lost(
    paper: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("broadsheet.publishing.branch._MOST_COMMITS", 3)
    for turn in range(3):
        paper.article(NEWEST, f"第{turn}次。")
        assert publish(paper) == 0
    before = commits(paper)
    assert len(before) == 3
    paper.article(NEWEST, "第四次。")
    assert publish(paper) == 0
    (only,) = commits(paper)
    assert only not in before
    assert on_branch(paper) == {**paper.files(), ".nojekyll": b""}
    assert publish(paper) == 0
    assert commits(paper) == [only]
    paper.article(NEWEST, "第五次。")
    assert publish(paper) == 0
    assert commits(paper)[1:] == [only]


def test_a_history_that_begins_anew_never_drops_what_another_machine_published(
    paper: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("broadsheet.publishing.branch._MOST_COMMITS", 1)
    publish(paper)
    slow = Branch("origin", BRANCH)
    changes = compare(slow.published(), {**site_files(paper.output), "robots.txt": ""})
    paper.article("2024-04-17/01/01", title="新报")
    publish(paper)
    before = commits(paper)
    with pytest.raises(PublishError, match="git pull"):
        slow.send(paper.output, changes, {})
    assert commits(paper) == before
