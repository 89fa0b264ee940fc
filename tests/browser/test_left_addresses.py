"""An old address in a browser: it leads on below the path of the site, with nothing that the policy of pages forbids."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, expect

from tests.browser.conftest import serve
from tests.press.project import Project
from tests.theme.rendering import THEME

pytestmark = pytest.mark.browser


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A paper below the path /paper/ of its host."""
    (tmp_path / "desk").mkdir()
    project = Project(tmp_path / "desk", monkeypatch)
    project.use_theme(THEME)
    project.article("2024-04-15/02/01", title="夜校开课")
    project.write(
        "content/addresses.yaml",
        "moved:\n- {address: /2024-04-15/01/03/, to: /2024-04-15/02/01/}\n"
        "withdrawn:\n- {address: /2024-04-15/01/07/, date: 2024-05-01, text: 应当事人要求撤下。}\n",
    )
    project.build(publish=True, site_url="https://example.org/paper")
    (tmp_path / "host").mkdir()
    (tmp_path / "host/paper").symlink_to(project.output)
    yield from serve(tmp_path / "host")


class Console:
    """What a browser wrote into its console."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def note(self, message: ConsoleMessage) -> None:
        self.words.append(message.text)


def test_an_old_address_leads_to_the_article_with_and_without_scripts(paper: str, chromium: Browser) -> None:
    for scripts in (True, False):
        with chromium.new_context(java_script_enabled=scripts) as context:
            page, said = context.new_page(), Console()
            page.on("console", said.note)
            page.goto(f"{paper}/paper/2024-04-15/01/03/")
            page.wait_for_url(f"{paper}/paper/2024-04-15/02/01/")
            expect(page.get_by_role("heading", level=1)).to_have_text("夜校开课")
            assert [words for words in said.words if "Content Security Policy" in words] == []


def test_a_notice_says_when_and_why(paper: str, chromium: Browser) -> None:
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{paper}/paper/2024-04-15/01/07/")
        expect(page.get_by_role("main")).to_contain_text("2024年5月1日")
        expect(page.get_by_role("main")).to_contain_text("应当事人要求撤下。")
