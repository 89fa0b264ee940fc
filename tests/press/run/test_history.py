"""A paper's history against a model of its site: articles are written, deleted and moved, builds are killed and done again."""

import contextlib
import io
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from broadsheet.files import quick_files
from broadsheet.press import build_site
from tests.press.project import CONF, PUBLISH, THEME

DAYS, PAGES, ORDERS = ("2024-05-01", "2024-05-02"), (1, 2), (1, 2, 3)
ADDRESSES = [f"{day}/{page:02d}/{order:02d}" for day in DAYS for page in PAGES for order in ORDERS]

addresses = st.sampled_from(ADDRESSES)
titles = st.sampled_from(("夜校", "渡口", "新桥", "粮仓", "山路"))
Model = dict[str, tuple[str, bool]]
"""The articles by address: their titles, and whether they are published."""


class KilledError(BaseException):
    """The process ends here, as far as files can tell."""


@contextlib.contextmanager
def killed_at(operation: int) -> Iterator[None]:
    """End the body at that write or move of a file."""
    left = operation
    functions: dict[str, Callable[..., None]] = {"write": quick_files.write, "move": quick_files.move}

    def counted(name: str) -> Any:
        def run(*arguments: Any) -> None:
            nonlocal left
            left -= 1
            if not left:
                raise KilledError
            functions[name](*arguments)

        return run

    with pytest.MonkeyPatch.context() as patched:
        for place in (
            "files.stage",
            "press.files.writer",
            "press.files.site_stage",
            "press.files.sealed_file",
        ):
            for name in functions:
                patched.setattr(f"broadsheet.{place}.{name}", counted(name), raising=False)
        with contextlib.suppress(KilledError):
            yield


class History(RuleBasedStateMachine):
    """`articles` is content/, `shown` what readers must see: that of the last build, or of the one that was killed."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.articles: Model = {}
        self.shown: list[Model] = [{}]
        for name, text in {
            "pelicanconf.py": f"{CONF}THEME = 'plain_theme'\n",
            "publishconf.py": PUBLISH,
        }.items():
            (self.folder / name).write_text(text, encoding="utf-8")
        (self.folder / "content").mkdir()
        (self.folder / "plain_theme").symlink_to(THEME)

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def file(self, address: str) -> Path:
        return self.folder / f"content/{address}.md"

    @rule(address=addresses, title=titles, published=st.booleans())
    def write(self, address: str, title: str, *, published: bool) -> None:
        status = "" if published else "status: draft\n"
        self.file(address).parent.mkdir(parents=True, exist_ok=True)
        self.file(address).write_text(
            f"---\ntitle: {title}\n{status}---\n\n{title}的正文。\n", encoding="utf-8"
        )
        self.articles[address] = (title, published)

    @precondition(lambda self: self.articles)
    @rule(data=st.data())
    def delete(self, data: st.DataObject) -> None:
        address = data.draw(st.sampled_from(sorted(self.articles)))
        self.file(address).unlink()
        del self.articles[address]

    @precondition(lambda self: self.articles)
    @rule(data=st.data(), to=addresses)
    def move(self, data: st.DataObject, to: str) -> None:
        address = data.draw(st.sampled_from(sorted(self.articles)))
        self.file(to).parent.mkdir(parents=True, exist_ok=True)
        self.file(address).rename(self.file(to))
        self.articles[to] = self.articles.pop(address)

    @rule()
    def build(self) -> None:
        if self.run() == 0:
            self.shown = [self.articles.copy()]
        assert self.site() == readers(self.shown[-1])

    @rule(operation=st.integers(1, 60))
    def kill(self, operation: int) -> None:
        with killed_at(operation):
            self.run()
        self.shown = [self.shown[-1] if self.site() == readers(self.shown[-1]) else self.articles.copy()]

    @invariant()
    def readers_see_one_site(self) -> None:
        assert self.site() == readers(self.shown[-1])

    def run(self) -> int:
        printed = io.StringIO()
        with (
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(printed),
            pytest.MonkeyPatch.context() as patched,
        ):
            patched.syspath_prepend(self.folder)
            return build_site(publish=True)

    def site(self) -> dict[str, str]:
        """Return the titles that readers see, by address."""
        pages = self.folder.glob("output/*/*/*/index.html")
        return {
            path.parent.relative_to(self.folder / "output").as_posix(): _title(path)
            for path in pages
            if path.parent.name.isdecimal()
        }


def readers(model: Model) -> dict[str, str]:
    return {address: title for address, (title, published) in model.items() if published}


def _title(path: Path) -> str:
    found = re.search(r"<h1>(.*?)</h1>", path.read_text(encoding="utf-8"))
    assert found
    return found[1]


TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=12, stateful_step_count=14)
