"""The preview in a browser: a page that is open shows each change by itself, a mistake and its mending too."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.press.project import Project
from tests.press.test_serve import line_with, serving
from tests.theme.rendering import THEME

pytestmark = pytest.mark.browser


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    project = Project(tmp_path, monkeypatch)
    project.use_theme(THEME)
    project.article("2024-04-15/01/01", "旧文。", status="draft")
    return project


@pytest.fixture
def preview(project: Project) -> Iterator[str]:
    """The address of `inv serve`."""
    with serving(project) as process:
        assert process.stdout
        yield line_with(process.stdout, "http://").partition(" ")[0]


def test_an_open_page_follows_the_manuscript(preview: str, project: Project, chromium: Browser) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{preview}2024-04-15/01/01/")
        expect(page.get_by_role("article")).to_contain_text("旧文。")
        project.article("2024-04-15/01/01", "新文。", status="draft")
        expect(page.get_by_role("article")).to_contain_text("新文。")
        project.article("2024-04-15/01/01", "新文。", photo="x")
        project.article("2024-04-15/01/02", "别的文章。")
        expect(page.get_by_text("content/2024-04-15/01/01.md:3:1: error unknown-key")).to_be_visible()
        project.article("2024-04-15/01/01", "改好了。")
        expect(page.get_by_role("article")).to_contain_text("改好了。")
