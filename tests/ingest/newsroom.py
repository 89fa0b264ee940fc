"""A project of its own for a test: raw pages go in, and what ingest wrote, printed and returned is looked at."""

import contextlib
import io
import json
import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from bs4 import BeautifulSoup

from broadsheet.ingest.desk.delivery import HandEdits
from broadsheet.ingest.desk.explain import explain_page
from broadsheet.ingest.desk.intake import ingest_paths
from broadsheet.manuscript import parse_article
from broadsheet.manuscript.files import read_utf8
from broadsheet.model.article import Article

DAY = "2031-05-06"


class Run(NamedTuple):
    """What one ingest ended with."""

    code: int
    out: str
    err: str


class Newsroom:
    """A folder with raw/ and content/, which is the working directory while it is `open`."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @contextlib.contextmanager
    def open(self) -> Iterator["Newsroom"]:
        with contextlib.chdir(self.root):
            yield self

    def file(self, name: str, text: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    def page(self, text: str | bytes, *, number: int = 1, day: str = DAY, rulings: str = "") -> Path:
        """Lay a raw page, and the rulings on it, into raw/."""
        if rulings:
            self.file(f"raw/{day}/{number:02d}.rulings.yaml", rulings)
        return self.file(f"raw/{day}/{number:02d}.txt", text)

    def ingest(
        self,
        paths: Sequence[str] = ("raw",),
        *,
        json_dir: str = "",
        edits: HandEdits = HandEdits.REFUSE,
    ) -> Run:
        out, err = io.StringIO(), io.StringIO()
        with self.open(), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = ingest_paths(
                [Path(path) for path in paths], json_dir=Path(json_dir) if json_dir else None, edits=edits
            )
        return Run(code, out.getvalue(), err.getvalue())

    def explain(self, place: str) -> str:
        """Return what `inv ingest --explain` says of a raw page, without the numbers of patterns: a new pattern moves them."""
        out = io.StringIO()
        with self.open(), contextlib.redirect_stdout(out):
            assert explain_page(place) == 0
        return re.sub(r"pattern \d+ of", "a pattern of", out.getvalue())

    def doubts(self, page: int = 1, day: str = DAY) -> str:
        """Return the words of the review report on its doubts, each text in a line of its own."""
        report = BeautifulSoup((self.root / f"raw/{day}/{page:02d}.review.html").read_bytes(), "html.parser")
        doubts = report.find(class_="doubt-list")
        assert doubts is not None
        return "".join(f"{text}\n" for text in doubts.stripped_strings)

    def files(self, folder: str = ".") -> dict[str, bytes]:
        """Return every file below `folder` with its bytes, without what this machine keeps for itself."""
        root = self.root / folder
        return {
            path.relative_to(root).as_posix(): path.read_bytes()
            for path in sorted(root.rglob("*"))
            if path.is_file() and ".cache" not in path.relative_to(root).parts
        }

    def article(self, order: int, *, page: int = 1, day: str = DAY) -> Article:
        return _written(self.root / f"content/{day}/{page:02d}/{order:02d}.md")

    def articles(self) -> list[Article]:
        """Return every article of content/, in print order."""
        return [_written(path) for path in sorted((self.root / "content").rglob("*.md"))]


@contextlib.contextmanager
def new_newsroom() -> Iterator[Newsroom]:
    """Make a newsroom for the length of a `with`: for tests that need many, as properties do."""
    with tempfile.TemporaryDirectory() as folder:
        yield Newsroom(Path(folder))


def neutral(text: str | bytes, rulings: str = "") -> dict[str, Any]:
    """Return the neutral form of one raw page."""
    with new_newsroom() as newsroom:
        newsroom.page(text, rulings=rulings)
        run = newsroom.ingest(json_dir="neutral")
        assert run.code == 0, run.err
        found: dict[str, Any] = json.loads((newsroom.root / "neutral/01.json").read_text(encoding="utf-8"))
        return found


def _written(path: Path) -> Article:
    """Return the article that ingest wrote, with characters of the raw page that the press refuses."""
    return parse_article(read_utf8(path), path)
