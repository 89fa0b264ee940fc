"""A paper's history against a model of its site: articles are written, deleted and moved, time passes and is set back, builds
are killed and done again."""

import contextlib
import datetime as dt
import io
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

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
hours = st.integers(0, 72)
"""Times, in hours from noon of the day before the first edition, which is where the paper appears."""
NOON = dt.datetime.fromisoformat("2024-04-30T12:00+08:00")


class Written(NamedTuple):
    """An article of the model: its title, whether it is published, and its time, if it has one."""

    title: str
    published: bool
    publish_at: dt.datetime | None


Model = dict[str, Written]
"""The articles by address."""


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
    """`articles` is content/, `now` the time, `shown` what readers must see: the titles by address of the last build, or of
    the one that was killed.
    """

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.articles: Model = {}
        self.shown: dict[str, str] = {}
        self.now = NOON + dt.timedelta(hours=72)
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

    @rule(hour=hours)
    def set_clock(self, hour: int) -> None:
        self.now = NOON + dt.timedelta(hours=hour)

    @rule(address=addresses, title=titles, published=st.booleans(), hour=st.none() | hours)
    def write(self, address: str, title: str, *, published: bool, hour: int | None) -> None:
        publish_at = None if hour is None else NOON + dt.timedelta(hours=hour)
        status = "" if published else "status: draft\n"
        status += f"publish_at: {publish_at:%Y-%m-%d %H:%M}\n" if publish_at else ""
        self.file(address).parent.mkdir(parents=True, exist_ok=True)
        self.file(address).write_text(
            f"---\ntitle: {title}\n{status}---\n\n{title}的正文。\n", encoding="utf-8"
        )
        self.articles[address] = Written(title, published, publish_at)

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
            self.shown = readers(self.articles, self.now)
        assert self.site() == self.shown

    @rule(operation=st.integers(1, 60))
    def kill(self, operation: int) -> None:
        with killed_at(operation):
            self.run()
        if self.site() != self.shown:
            self.shown = readers(self.articles, self.now)

    @invariant()
    def readers_see_one_site(self) -> None:
        assert self.site() == self.shown

    def run(self) -> int:
        printed = io.StringIO()
        with (
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(printed),
            contextlib.redirect_stderr(printed),
            pytest.MonkeyPatch.context() as patched,
        ):
            patched.syspath_prepend(self.folder)
            patched.setenv("SOURCE_DATE_EPOCH", str(int(self.now.timestamp())))
            return build_site(publish=True)

    def site(self) -> dict[str, str]:
        """Return the titles that readers see, by address."""
        pages = self.folder.glob("output/*/*/*/index.html")
        return {
            path.parent.relative_to(self.folder / "output").as_posix(): _title(path)
            for path in pages
            if path.parent.name.isdecimal()
        }


def readers(model: Model, now: dt.datetime) -> dict[str, str]:
    """Return the titles that readers see at `now`, by address."""
    return {
        address: article.title
        for address, article in model.items()
        if article.published
        and dt.datetime.fromisoformat(f"{address.partition('/')[0]}T00:00+08:00") <= now
        and (article.publish_at is None or article.publish_at <= now)
    }


def _title(path: Path) -> str:
    found = re.search(r"<h1>(.*?)</h1>", path.read_text(encoding="utf-8"))
    assert found
    return found[1]


TestHistory = History.TestCase
TestHistory.settings = settings(max_examples=12, stateful_step_count=14)
