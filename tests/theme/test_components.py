"""A component is one folder, whole: macros, style sheet, scripts, and a sample that shows all that they can do."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from broadsheet.press.standing.offline import WORKER_SCRIPT
from broadsheet.press.theme.static_files import theme_files
from tests.theme.component_samples import COMPONENTS, sample, sheets_with
from tests.theme.rendering import THEME

every_component = pytest.mark.parametrize("component", COMPONENTS)


def text_of(pattern: str) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in sorted(THEME.glob(pattern)))


def without_comments(css: str) -> str:
    return re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)


@every_component
def test_a_component_is_one_folder(component: str) -> None:
    names = {path.name for path in (THEME / "components" / component).iterdir()}
    scripts = {name for name in names if name.endswith(".js")}
    assert names - scripts == {f"{component}.html", f"{component}.css", "sample.html"}


@every_component
def test_a_sample_has_everything_that_the_style_sheet_names(component: str) -> None:
    css = without_comments(text_of(f"components/{component}/{component}.css"))
    shown = {
        name
        for tag in BeautifulSoup(sample(component), "html.parser").select("[class]")
        for name in tag["class"]
    }
    scripts = text_of(f"components/{component}/*.js")
    named = set(re.findall(r"\.([a-z][a-z-]*)", css))
    assert named
    assert {name for name in named - shown if f'"{name}"' not in scripts} == set()


@every_component
def test_a_style_sheet_is_in_one_that_pages_link_to(component: str) -> None:
    linked = set(re.findall(r"css/([a-z]+)", text_of("templates/**/*.html")))
    assert {sheet.removesuffix(".css") for sheet in sheets_with(component)} & linked


def test_every_script_is_loaded_by_a_page_or_by_another_script() -> None:
    scripts = {sent.source.name for sent in theme_files(THEME) if sent.source.suffix == ".js"}
    loaded = re.findall(r"js/([a-z]+\.js)", text_of("templates/**/*.html"))
    assert scripts == {*loaded, Path(WORKER_SCRIPT).name}


def test_the_readme_names_every_component_and_every_style_sheet() -> None:
    readme = text_of("README.md")
    sheets = [path.name for path in (THEME / "static/css").glob("*.css")]
    assert [name for name in (*COMPONENTS, *sheets) if f"`{name}`" not in readme] == []
