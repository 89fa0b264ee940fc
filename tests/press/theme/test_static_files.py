"""A theme's style sheets as they go out: each with those that it imports, or a mistake with its place."""

from pathlib import Path

import pytest

from broadsheet.model.errors import PressError
from broadsheet.press.theme.static_files import theme_files


def write(folder: Path, **sheets: str) -> Path:
    for name, text in sheets.items():
        (folder / f"{name}.css").write_text(text, encoding="utf-8")
    return folder


def test_a_style_sheet_goes_out_with_those_that_it_imports(tmp_path: Path) -> None:
    write(tmp_path, ink='/* 墨 */\n@layer ink {\n  p::before { content: "a  b"; }\n}\n')
    write(
        tmp_path,
        page='@import url("ink.css");\n\n@container (min-width: 1em) {\n  p :is(em, i) { margin: calc(1em + 2px) }\n}\n',
    )
    page = "@container (min-width: 1em){p :is(em, i){margin: calc(1em + 2px)}}"
    sent = {sent.file: sent.data.decode() for sent in theme_files(tmp_path)}
    ink = '@layer ink{p::before{content: "a  b";}}'
    assert sent == {"theme/ink.css": ink, "theme/page.css": f"{ink}{page}"}


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
    write(tmp_path, page=text)
    with pytest.raises(PressError, match=message) as caught:
        list(theme_files(tmp_path))
    (finding,) = caught.value.findings
    assert (finding.path, finding.line) == (str(tmp_path / "page.css"), line)
