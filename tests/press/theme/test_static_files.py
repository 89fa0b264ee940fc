"""A theme's files as readers get them: each style sheet with those that it imports, or a mistake with its place."""

from pathlib import Path

import pytest

from broadsheet.model.errors import BroadsheetError, PressError
from broadsheet.press.theme.static_files import theme_files
from tests.press.project import Project


def write(theme: Path, **sheets: str) -> Path:
    """Write style sheets below `theme`/static; return their folder."""
    folder = theme / "static"
    folder.mkdir()
    for name, text in sheets.items():
        (folder / f"{name}.css").write_text(text, encoding="utf-8")
    return folder


def sent(theme: Path) -> dict[str, str]:
    return {file: data.decode() for file, data, _ in theme_files(theme)}


def test_a_style_sheet_goes_out_with_those_that_it_imports(tmp_path: Path) -> None:
    write(
        tmp_path,
        ink='/* 墨 */\n@layer ink {\n  p::before { content: "a  b"; }\n}\n',
        page='@import url("ink.css");\n\n@container (min-width: 1em) {\n  p :is(em, i) { margin: calc(1em + 2px) }\n}\n',
    )
    page = "@container (min-width: 1em){p :is(em, i){margin: calc(1em + 2px)}}"
    ink = '@layer ink{p::before{content: "a  b";}}'
    assert sent(tmp_path) == {"theme/ink.css": ink, "theme/page.css": f"{ink}{page}"}


def test_a_component_sends_its_style_sheet_and_its_scripts_and_keeps_its_templates(tmp_path: Path) -> None:
    write(tmp_path, page='@import url("../components/pager/pager.css");\n')
    pager = tmp_path / "components/pager"
    pager.mkdir(parents=True)
    for name, text in (
        ("pager.css", ".pager { margin: 0 }"),
        ("pager.js", "let at;"),
        ("keys.js", "let key;"),
        ("pager.html", "<nav>"),
        ("sample.html", "<nav>"),
        (".pager.css", "an editor's own"),
    ):
        (pager / name).write_text(text, encoding="utf-8")
    css = ".pager{margin: 0}"
    assert sent(tmp_path) == {
        "theme/page.css": css,
        "theme/css/components/pager.css": css,
        "theme/js/keys.js": "let key;",
        "theme/js/pager.js": "let at;",
    }


def test_two_files_of_a_theme_that_would_be_one_are_told(project: Project) -> None:
    """Their components differ, the name that readers would get them by does not."""
    for file in ("pager/keys.js", "viewer/keys.js"):
        project.write(f"theme/components/{file}", f"// {file}")
    project.copy_theme()
    project.article("2024-04-15/01/01")
    with pytest.raises(
        BroadsheetError, match=r"(?s)viewer/keys\.js.*theme/js/keys\.js is already made from.*pager"
    ):
        project.build()


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('p {}\n@import url("gone.css");\n', 2, "gone.css"),
        ('@import url("page.css");\n', 1, "imports this style sheet"),
        ('@import url("https://example.org/a.css");\n', 0, "without conditions"),
        ('@import url("b.css") print;\n', 0, "without conditions"),
    ],
)
def test_an_import_that_cannot_be_followed_is_told(
    tmp_path: Path, text: str, line: int, message: str
) -> None:
    folder = write(tmp_path, page=text)
    with pytest.raises(PressError, match=message) as caught:
        list(theme_files(tmp_path))
    (finding,) = caught.value.findings
    assert (finding.path, finding.line) == (str(folder / "page.css"), line)
