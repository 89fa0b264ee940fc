"""The search index on disk, asked by the theme's own scripts in Node."""

import datetime as dt
import json
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from broadsheet.press.lists.search_index import KnownSegment, folds_file, list_file
from broadsheet.press.paper.settings import Paper
from broadsheet.press.search.folding import folded
from broadsheet.press.search.keys import PAIRS, WORDS
from broadsheet.press.search.periods import periods
from broadsheet.press.search.segment import segment
from broadsheet.press.search.text import SearchText
from tests.theme.rendering import THEME

Address = tuple[str, int, int]


class Answer(NamedTuple):
    """The articles that were found, and the bytes and files read for them."""

    found: list[Address]
    bytes: int
    files: int
    ms: float


def article(text: str, page: int = 1, order: int = 1, names: tuple[str, ...] = ()) -> SearchText:
    return SearchText(page=page, order=order, names=names, text=folded(text))


def lay_out(folder: Path, editions: Mapping[str, Sequence[SearchText]], language: str = "zh-Hans") -> None:
    """Write the index of `editions`, texts by date, as a build writes it into search/."""
    paper = Paper(sitename="报", default_lang=language)
    scheme = WORDS if paper.words.fit.spaced else PAIRS
    known = {}
    for period, dates in periods(sorted(editions)).items():
        made = segment([(dt.date.fromisoformat(date), editions[date]) for date in dates], scheme)
        known[period] = KnownSegment("", made.version, made.articles)
        for name, data in made.files.items():
            _write(folder / f"{period}-{made.version}/{name}", data)
    for file, data in (list_file(known, paper), folds_file()):
        _write(folder / Path(file).name, data)


def ask(index: Path, queries: Iterable[Mapping[str, object]], workshop: Path) -> list[Answer]:
    """Ask the `index` each of `queries`, fields as the search page has them; `workshop` is a folder for the scripts."""
    shutil.copytree(THEME / "components/search", workshop / "js", dirs_exist_ok=True)
    shutil.copy(Path(__file__).with_name("ask.mjs"), workshop)
    _write(workshop / "package.json", b'{"type": "module"}')
    said = subprocess.run(
        ["node", workshop / "ask.mjs", index],
        input="".join(f"{json.dumps(query, ensure_ascii=False)}\n" for query in queries),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert said.returncode == 0, said.stderr
    answers = map(json.loads, said.stdout.splitlines())
    return [Answer([tuple(found) for found in answer.pop("found")], **answer) for answer in answers]


def _write(file: Path, data: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
