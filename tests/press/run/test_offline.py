"""What a site has for reading offline: nothing without the setting, and with it files that a new edition leaves alone."""

import json
import shutil

import pytest

from broadsheet.model.errors import BroadsheetError
from broadsheet.press import check_site
from tests.press.photos import photo
from tests.press.project import Project
from tests.theme.rendering import THEME

SITE = "https://example.org/repo"
OURS = ("service-worker.js", "manifest.webmanifest", "newest.json", "offline", "files.json", "keep.js")


@pytest.fixture
def paper(project: Project) -> Project:
    project.use_theme(THEME)
    project.article("2024-04-15/01/01", photos=[{"file": "港.jpg", "caption": "港口。"}])
    (project.folder / "content/2024-04-15/01/港.jpg").write_bytes(photo(1500, 1000))
    project.article("2024-04-15/02/01")
    return project


def ours(project: Project) -> list[str]:
    return [file for file in project.files() if any(name in file for name in OURS)]


def test_without_the_setting_and_in_a_preview_there_is_no_file_of_it(paper: Project) -> None:
    paper.build(publish=True, site_url=SITE)
    assert ours(paper) == []
    assert 'rel="manifest"' not in paper.page("/")
    paper.set(OFFLINE="on")
    paper.build()
    assert ours(paper) == []


def test_an_edition_lists_its_pages_and_one_width_of_each_photo(paper: Project) -> None:
    paper.set(OFFLINE="on")
    paper.build(publish=True, site_url=SITE)
    listed = json.loads(paper.page("/2024-04-15/files.json"))
    assert listed["name"] == "2024年4月15日"
    assert sorted(listed["files"]) == [
        "2024-04-15/",
        "2024-04-15/01/",
        "2024-04-15/01/01/",
        "2024-04-15/01/港.jpg.960.webp",
        "2024-04-15/02/",
        "2024-04-15/02/01/",
        "2024-04-15/all/",
    ]
    files = paper.files()
    counted = [f"{name}index.html" if name.endswith("/") else name for name in listed["files"][1:]]
    assert listed["bytes"] == sum(len(files[file]) for file in counted)
    assert json.loads(paper.page("/newest.json")) == {"newest": "2024-04-15"}


def test_the_worker_names_what_pages_load_and_changes_with_it(paper: Project) -> None:
    theme = shutil.copytree(THEME, paper.folder / "theme")
    paper.set(OFFLINE="on", THEME="theme")
    paper.build(publish=True, site_url=SITE)
    worker = paper.page("/service-worker.js")
    for file in ("theme/css/paper.css", "theme/js/keep.js", "theme/img/favicon.svg"):
        assert f'"{file}"' in worker
        assert file in paper.files()
    (theme / "static/img/favicon.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg"/>', encoding="utf-8"
    )
    paper.build(publish=True, site_url=SITE)
    assert paper.page("/service-worker.js") != worker


def test_a_new_edition_changes_nothing_of_those_before_it_but_their_fronts(paper: Project) -> None:
    paper.set(OFFLINE="on")
    paper.build(publish=True, site_url=SITE)
    before = paper.files()
    paper.article("2024-04-16/01/01")
    paper.build(publish=True, site_url=SITE)
    after = paper.files()
    changed = {file for file, data in before.items() if after[file] != data}
    assert {file for file in changed if file.startswith("2024-04-15/")} == {"2024-04-15/index.html"}
    assert "service-worker.js" not in changed
    assert json.loads(after["newest.json"]) == {"newest": "2024-04-16"}
    assert check_site(publish=True) == 0


def test_a_correction_changes_the_version_of_its_edition(paper: Project) -> None:
    paper.set(OFFLINE="on")
    paper.build(publish=True, site_url=SITE)
    before = json.loads(paper.page("/2024-04-15/files.json"))
    paper.article("2024-04-15/02/01", corrections=[{"date": "2024-04-17", "text": "应为二〇一九年。"}])
    paper.build(publish=True, site_url=SITE)
    after = json.loads(paper.page("/2024-04-15/files.json"))
    assert after["files"] == before["files"]
    assert after["version"] != before["version"]


def test_the_manifest_leads_into_the_folder_of_the_site(paper: Project) -> None:
    paper.set(OFFLINE="on")
    paper.build(publish=True, site_url=SITE)
    manifest = json.loads(paper.page("/manifest.webmanifest"))
    assert (manifest["name"], manifest["start_url"], manifest["scope"]) == ("试刊", "/repo/", "/repo/")
    icons = {icon["src"].removeprefix("/repo/") for icon in manifest["icons"]}
    assert icons <= paper.files().keys()
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}


def test_withdrawn_it_leaves_a_worker_that_removes_itself_and_nothing_else(paper: Project) -> None:
    paper.set(OFFLINE="withdrawn")
    paper.build(publish=True, site_url=SITE)
    assert ours(paper) == ["service-worker.js"]
    assert "unregister" in paper.page("/service-worker.js")


def test_a_setting_that_is_none_and_a_theme_without_a_worker_are_named(project: Project) -> None:
    project.article("2024-04-15/01/01")
    project.set(OFFLINE="yes")
    with pytest.raises(BroadsheetError, match=r"OFFLINE: Invalid enum value 'yes'"):
        project.build()
    project.set(OFFLINE="on")
    with pytest.raises(BroadsheetError, match=r"no-worker: the theme has no worker\.js"):
        project.build(publish=True, site_url=SITE)
