"""A build imports Pelican only where a plugin or a setting needs it, and makes the site that Pelican makes."""

import shutil
import subprocess
import sys

import pytest

from broadsheet.press import check_site
from broadsheet.press.host import needs_pelican
from broadsheet.press.paper.conf import settings_of
from broadsheet.press.site import make_site
from tests.press.project import Project

BUILD = """
import sys
from broadsheet.press import build_site
code = build_site(publish=False)
print(*sorted({"babel", "lunar_python", "pelican", "yaml"} & set(sys.modules)))
sys.exit(code)
"""

SHOUTS = """
from pelican import signals

def shout(generator):
    for article in generator.articles:
        article.title += "！"

def register():
    signals.article_generator_finalized.connect(shout)
"""


@pytest.fixture
def paper(project: Project) -> Project:
    project.article("2024-04-15/01/01", title="头版")
    return project


def loaded_by_a_build(project: Project) -> list[str]:
    """Return the packages that take longest to load, as far as a build of the site loaded them."""
    run = subprocess.run(
        [sys.executable, "-c", BUILD], cwd=project.folder, capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.splitlines()[-1].split()


def test_a_site_is_built_and_added_to_without_pelican(paper: Project) -> None:
    paper.copy_theme()
    paper.edition("2024-04-15", number=12, editors_note="一段话。")
    assert loaded_by_a_build(paper) == ["babel", "lunar_python"]
    templates = set(paper.folder.glob("theme/__pycache__/*/*"))
    assert templates
    paper.article("2024-04-16/01/01", title="次日")
    assert loaded_by_a_build(paper) == []
    assert set(paper.folder.glob("theme/__pycache__/*/*")) == templates, "a template was compiled twice"
    added = paper.files()
    assert check_site(publish=False) == 0, "Pelican makes another site"
    make_site("pelicanconf.py", clean=True)
    assert paper.files() == added
    assert "次日" in paper.page("/2024-04-16/01/01/")


def test_a_build_from_nothing_finds_its_templates_compiled(paper: Project) -> None:
    paper.copy_theme()
    make_site("pelicanconf.py")
    compiled = {path: path.stat().st_mtime_ns for path in paper.folder.glob("theme/__pycache__/*/*")}
    assert compiled
    for folder in ("output", ".cache"):
        shutil.rmtree(paper.folder / folder)
    make_site("pelicanconf.py")
    assert {path: path.stat().st_mtime_ns for path in paper.folder.glob("theme/__pycache__/*/*")} == compiled
    assert not list(paper.folder.glob(".cache/templates"))


def test_nothing_is_written_into_a_theme_outside_of_the_project(
    paper: Project, tmp_path_factory: pytest.TempPathFactory
) -> None:
    theme = shutil.copytree(paper.copy_theme(), tmp_path_factory.mktemp("elsewhere") / "theme")
    paper.use_theme(theme)
    before = set(theme.rglob("*"))
    make_site("pelicanconf.py")
    assert set(theme.rglob("*")) == before
    assert list(paper.folder.glob(".cache/templates/*/*"))


def test_a_plugin_changes_what_is_added_too(paper: Project) -> None:
    paper.write("shouts.py", SHOUTS)
    paper.set(PLUGINS=["broadsheet.press", "shouts"], PLUGIN_PATHS=["."])
    assert "pelican" in loaded_by_a_build(paper)
    paper.article("2024-04-16/01/01", title="次日")
    assert "pelican" in loaded_by_a_build(paper)
    assert "次日！" in paper.page("/2024-04-16/01/01/")


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("PLUGINS", ["broadsheet.press", "sitemap"]),
        ("STATIC_PATHS", ["extra"]),
        ("TYPOGRIFY", True),
        ("JINJA_FILTERS", {}),
        ("JINJA_ENVIRONMENT", {"trim_blocks": False}),
    ],
)
def test_a_setting_that_is_not_the_presss_own_needs_pelican(
    paper: Project, setting: str, value: object
) -> None:
    assert not needs_pelican(settings_of("pelicanconf.py"))
    paper.set(**{setting: value})
    assert needs_pelican(settings_of("pelicanconf.py"))


def test_a_setting_without_which_pelican_has_a_default_needs_it(paper: Project) -> None:
    paper.conf = paper.conf.replace('DEFAULT_LANG = "zh-Hans"\n', "")
    paper.set(LIST_LENGTH=3)
    make_site("pelicanconf.py")
    paper.article("2024-04-16/01/01", title="次日")
    make_site("pelicanconf.py")
    added = paper.files()
    assert 'lang="en"' in paper.page("/2024-04-16/01/01/")
    make_site("pelicanconf.py", clean=True)
    assert paper.files() == added
