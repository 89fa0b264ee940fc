"""Whatever fails while a site is sent: readers get whole files and no dead link, and the next publish settles it."""

import hashlib
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

import obstore
import pytest
from obstore.store import S3Store

from broadsheet.files import quick_files
from broadsheet.files.stage import HIDDEN
from broadsheet.proof.read.site_page import read_page
from broadsheet.publishing import folder, publish_site
from broadsheet.publishing.served_folder import LIST
from tests.faults import KINDS, Disk, fail_each
from tests.press.project import Project
from tests.publishing.calls import (
    GIT_KINDS,
    REQUEST_KINDS,
    Git,
    Requests,
    bucket_of,
    environment,
)
from tests.publishing.paper import BRANCH, commit, files_in, git, publish_to

BASE = "/paper/"  # of the addresses of the paper’s site
DRAWING = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'/>"


def publish() -> int:
    """Publish the paper of the folder that is the working folder."""
    folder = Path.cwd()
    os.environ.update({"GIT_CONFIG_GLOBAL": str(folder / "gitconfig"), "GIT_CONFIG_NOSYSTEM": "1"})
    os.chdir("desk")
    try:
        return publish_site()
    finally:
        os.chdir(folder)


def change(paper: Project, target: str) -> Path:
    """Publish `paper` to `target`; after that, take a photo out and add an edition with one. Return the folder of it all."""
    publish_to(paper, target)
    for name in ("ships/ship", "schools/school"):
        paper.write(f"content/{name}.svg", DRAWING)
    paper.article("2024-04-16/01/02", photos=[{"file": "/ships/ship.svg"}, {"file": "/schools/school.svg"}])
    commit(paper)
    assert publish_site() == 0
    paper.article("2024-04-16/01/02", "改过。", photos=[{"file": "/schools/school.svg"}])
    paper.write("content/2024-04-17/01/own.svg", DRAWING)
    paper.article("2024-04-17/01/01", photos=[{"file": "own.svg"}])
    commit(paper)
    return paper.folder.parent


def test_a_fault_of_the_disk_at_any_operation_leaves_whole_files_and_no_dead_link(
    paper: Project,
    tmp_path_factory: pytest.TempPathFactory,
    record_property: Callable[[str, object], None],
    sparing: int,
    kind: str,
) -> None:
    before = change(paper, "folder:../served")
    old = files_in(before / "served", LIST)
    into = tmp_path_factory.mktemp("faults")
    whole, *failed = fail_each(publish, before, into, Disk(kind, "served"), every=sparing**2)
    new = files_in(whole.folder / "served", LIST)
    assert (whole.code, old == new) == (0, False)
    for operation, broken, code in failed:
        there = broken / "served"
        assert (operation, wrong(files_in(there, LIST, HIDDEN), old, new)) == (operation, [])
        assert code != 0 or files_in(there, LIST) == new, operation
        os.chdir(broken)
        assert (operation, publish()) == (operation, 0)
        assert (operation, digest(files_in(there))) == (operation, digest(files_in(whole.folder / "served")))
    assert len(failed) > 5
    record_property("faults", len(failed))


def digest(files: Mapping[str, bytes]) -> str:
    return hashlib.sha256(repr(sorted(files.items())).encode()).hexdigest()


def test_a_fault_while_lists_are_led_on_leaves_addresses_yaml_whole_or_none(
    paper: Project,
    tmp_path_factory: pytest.TempPathFactory,
    record_property: Callable[[str, object], None],
    sparing: int,
    kind: str,
) -> None:
    publish_to(paper, "folder:../served")
    paper.article("2024-04-16/01/02", tags=["错字"])
    commit(paper)
    assert publish_site() == 0
    paper.article("2024-04-16/01/02", tags=["正字"])
    commit(paper)
    before = paper.folder.parent
    old = files_in(before / "desk/content")
    into = tmp_path_factory.mktemp("faults")
    whole, *failed = fail_each(publish, before, into, Disk(kind, "desk/content"), every=sparing**2)
    new = files_in(whole.folder / "desk/content")
    assert (whole.code, new.keys() - old.keys()) == (1, {"addresses.yaml"})
    for operation, broken, _ in failed:
        os.chdir(broken)
        assert (operation, publish()) == (operation, 1)
        assert (operation, files_in(broken / "desk/content") == new) == (operation, True)
        git(broken / "desk", "add", "--all")
        git(broken / "desk", "commit", "--quiet", "--allow-empty", "--message", "址")
        assert (operation, publish()) == (operation, 0)
        assert (broken / "served/tags/错字/index.html").is_file()
    assert failed
    record_property("faults", len(failed))


@pytest.mark.parametrize("kind", GIT_KINDS)
def test_a_fault_at_any_call_of_git_leaves_the_old_branch_or_the_new_one(
    paper: Project,
    tmp_path_factory: pytest.TempPathFactory,
    record_property: Callable[[str, object], None],
    sparing: int,
    kind: str,
) -> None:
    before = change(paper, f"branch:origin/{BRANCH}")
    old = branch_of(before)
    whole, *failed = fail_each(publish, before, tmp_path_factory.mktemp("faults"), Git(kind), every=sparing)
    new = branch_of(whole.folder)
    assert (whole.code, old == new) == (0, False)
    for operation, broken, code in failed:
        assert (operation, branch_of(broken)) in ((operation, new), (operation, new if code == 0 else old))
        os.chdir(broken)
        assert (operation, publish()) == (operation, 0)
        assert (operation, branch_of(broken)) == (operation, new)
    assert failed
    record_property("faults", len(failed))


@pytest.mark.parametrize("kind", REQUEST_KINDS)
def test_a_fault_at_any_request_to_a_bucket_leaves_whole_files_and_no_dead_link(  # noqa: PLR0917  its fixtures
    paper: Project,
    store_server: str,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
    sparing: int,
    kind: str,
) -> None:
    before = change(paper, "folder:../served")
    text = (paper.folder / "publishconf.py").read_text("utf-8").partition("PUBLISH_TO")[0]
    paper.write("publishconf.py", f"{text}PUBLISH_TO = 's3:' + os.environ['BUCKET']\n")
    commit(paper)
    for name, value in environment(store_server).items():
        monkeypatch.setenv(name, value)
    old = files_in(before / "served", LIST)
    into = tmp_path_factory.mktemp("requests")
    whole, *failed = fail_each(publish, before, into, Requests(kind, store_server), every=sparing**2)
    new = files_of_bucket(whole.folder)
    assert (whole.code, old == new) == (0, False)
    for operation, broken, code in failed:
        there = files_of_bucket(broken)
        assert (operation, wrong(there, old, new)) == (operation, [])
        assert code != 0 or there == new, operation
        monkeypatch.setenv("BUCKET", bucket_of(broken))
        os.chdir(broken)
        assert (operation, publish()) == (operation, 0)
        assert (operation, digest(files_of_bucket(broken))) == (operation, digest(new))
    assert len(failed) > 1
    record_property("faults", len(failed))


def test_while_a_publish_that_was_broken_off_is_finished_no_link_leads_nowhere(
    paper: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = change(paper, "folder:../served") / "served"
    moved, moments = quick_files.move, 0

    def breaks_off(path: str, target: str) -> None:
        moved(path, target)
        if target.startswith("../served"):
            raise KeyboardInterrupt

    def looked_at(path: str, target: str) -> None:
        nonlocal moments
        moved(path, target)
        if target.startswith("../served"):
            moments += 1
            assert dead_links(files_in(served)) == []

    monkeypatch.setattr(folder, "move", breaks_off)
    assert publish_site() == 130
    monkeypatch.setattr(folder, "move", looked_at)
    assert publish_site() == 0
    assert moments > 10


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def branch_of(folder: Path) -> str:
    """Return the id of what readers of the branch have."""
    return git(folder / "origin.git", "rev-parse", f"{BRANCH}^{{tree}}")


def files_of_bucket(folder: Path) -> dict[str, bytes]:
    store = S3Store(bucket_of(folder))
    paths = [entry["path"] for batch in obstore.list(store) for entry in batch]
    return {path: bytes(obstore.get(store, path).bytes()) for path in paths if path != LIST}


def wrong(there: Mapping[str, bytes], old: Mapping[str, bytes], new: Mapping[str, bytes]) -> list[object]:
    """Return what readers who have the files `there` cannot use: files that are neither old nor new, and dead links."""
    halves = [path for path, data in there.items() if data not in (old.get(path), new.get(path))]
    return [*halves, *(old.keys() & new.keys() - there.keys()), *dead_links(there)]


def dead_links(site: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Return the links that lead nowhere from pages of `site` that readers come to from the front page."""
    waiting, seen, dead = ["index.html"], set(), []
    while waiting:
        page = waiting.pop()
        seen.add(page)
        for named in read_page(page, site[page].decode()).named:
            url = urlsplit(named.target)
            if url.netloc or not url.path.startswith(BASE):
                continue
            file = unquote(url.path.removeprefix(BASE)) + ("index.html" if url.path.endswith("/") else "")
            if file not in site:
                dead.append((page, file))
            elif file.endswith(".html") and file not in seen and file not in waiting:
                waiting.append(file)
    return dead
