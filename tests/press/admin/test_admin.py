"""The files of /admin/: made for a paper that sets ADMIN, of what npm gave once and of nothing else."""

import json
import os
import shutil
import sys
from pathlib import Path

import msgspec
import pytest

from broadsheet.model.article import Article
from broadsheet.model.errors import PressError
from broadsheet.press import fetch_admin
from broadsheet.press.admin.form import manuscript_form
from broadsheet.press.admin.labels import field_labels
from broadsheet.press.admin.vendored import PACKAGES
from broadsheet.press.status import status
from broadsheet.proof.site_run import findings_of_site
from tests.press.project import Project

NODE_MODULES = Path(__file__).parents[2] / "node/node_modules"
NPM = """#!{python}
import sys, tarfile
from pathlib import Path
*_, folder, package = sys.argv
name = package.rpartition("@")[0]
with tarfile.open(Path(folder) / "package.tgz", "w:gz") as archive:
    archive.add(Path({modules!r}) / name, "package", recursive=False)
    for file in sorted((Path({modules!r}) / name).rglob("*")):
        archive.add(file, f"package/{{file.relative_to(Path({modules!r}) / name)}}", recursive=False)
"""
ARTICLE = "2024-05-07/01/01"


def npm(project: Project, modules: Path) -> None:
    """Put a command npm on the path whose packages are the folders in `modules`."""
    command = project.write("bin/npm", NPM.format(python=sys.executable, modules=str(modules)))
    command.chmod(0o755)
    project.monkeypatch.setenv("PATH", f"{command.parent}{os.pathsep}{os.environ['PATH']}")


def copied(modules: Path) -> None:
    """Copy of each package what is taken from it."""
    for package in PACKAGES:
        for vendored in package.files:
            file = modules / package.name / vendored.source
            file.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(NODE_MODULES / package.name / vendored.source, file)


@pytest.fixture
def modules(project: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    modules = tmp_path_factory.mktemp("modules")
    copied(modules)
    npm(project, modules)
    project.article(ARTICLE)
    return modules


@pytest.mark.browser
@pytest.mark.usefixtures("modules")
def test_a_paper_with_admin_has_the_form_and_another_has_not(project: Project) -> None:
    project.build()
    assert not project.has("/admin/")
    project.set(ADMIN="you/paper")
    with pytest.raises(PressError, match=r"admin/sveltia-cms\.js: error no-admin"):
        project.build()
    assert fetch_admin() == 0
    project.build()
    config = json.loads(project.page("admin/config.json"))
    assert config["backend"] == {"name": "github", "repo": "you/paper", "auth_methods": ["token"]}
    assert "script-src 'self';" in project.page("/admin/")
    assert [
        one for one in findings_of_site(project.output, project.folder / ".cache") if "/admin/" in one.path
    ] == []
    project.set(ADMIN="")
    project.build()
    assert not (project.output / "admin").exists()


@pytest.mark.browser
def test_other_bytes_from_npm_are_refused(
    project: Project, modules: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (modules / "@sveltia/cms/dist/sveltia-cms.js").open("a") as script:
        script.write("steal()")
    assert fetch_admin() == 1
    assert "other-bytes" in capsys.readouterr().err
    assert not (project.folder / "admin").exists()


@pytest.mark.usefixtures("project")
def test_a_machine_without_npm_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")
    assert fetch_admin() == 1
    assert "no-npm" in capsys.readouterr().err


@pytest.mark.browser
@pytest.mark.usefixtures("modules")
def test_the_pages_of_the_newest_editions_can_be_edited_before_their_day_too(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.set(ADMIN="you/paper")
    fetch_admin()
    for day in range(1, 11):
        project.edition(f"2099-01-{day:02d}", pages={1: {"name": "要闻"}})
    project.article("2099-01-10/03/01")
    project.build(publish=True)
    folders = [one["folder"] for one in json.loads(project.page("admin/config.json"))["collections"]]
    assert folders[:3] == ["content/2099-01-10/01", "content/2099-01-10/03", "content/2099-01-09/01"]
    assert folders[-1] == "content/2099-01-04/01"
    project.edition("2099-01-10", pages={1: {"name": "要闻"}, 2: {"name": "副刊"}})
    status(publish=True)
    assert "what /admin/ edits, changed" in capsys.readouterr().out
    project.build(publish=True)
    labels = [one["label"] for one in json.loads(project.page("admin/config.json"))["collections"]]
    assert labels[1] == "01-10 第02版 副刊"


def test_a_repository_that_is_none_is_told(project: Project) -> None:
    project.article(ARTICLE)
    project.set(ADMIN="https://github.com/you/paper")
    with pytest.raises(PressError, match="ADMIN: it must be like you/paper"):
        project.build()


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
def test_the_form_has_every_field_of_a_manuscript_but_the_raw_page(language: str) -> None:
    form = {field["name"]: field for field in manuscript_form(field_labels(language))}
    assert form.keys() == {field.name for field in msgspec.structs.fields(Article)} - {"source"}
    assert {name for name, field in form.items() if "fields" in field} == {"photos", "teasers", "corrections"}
    assert form["corrections"]["fields"][0]["required"]
    assert {option["value"] for option in form["status"]["options"]} == {"published", "draft", "review"}
