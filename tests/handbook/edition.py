"""The handbook edition as these tests read it: its articles, and what it shows in fenced blocks."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from broadsheet.manuscript import read_article
from broadsheet.model.article import Manuscript

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "content" / "2024-05-06"
SAMPLE_DAY = "2024-05-05"  # the day of the sample page, which the handbook shows and which lies nowhere

_FENCE = re.compile(r"^(?P<mark>```|~~~)(?P<kind>\w*)\n(?P<text>.*?)^(?P=mark)$", re.DOTALL | re.MULTILINE)


class Shown(NamedTuple):
    """A fenced block: its language, its text, and the article that shows it."""

    kind: str
    text: str
    article: Path


def manuscripts() -> Iterator[Manuscript]:
    return (read_article(path) for path in sorted(FOLDER.glob("*/*.md")))


def shown(kind: str, name: str = "") -> tuple[Shown, ...]:
    """Return the blocks of one language, of the article `name` (such as 02/01) or of all."""
    return tuple(
        Shown(match["kind"], match["text"], Path(manuscript.path))
        for manuscript in manuscripts()
        for match in _FENCE.finditer(manuscript.article.body)
        if match["kind"] == kind and manuscript.path.endswith(f"{name}.md")
    )


def prose() -> str:
    """Return the text of every article, fenced blocks with it, and what edition.yaml says."""
    bodies = [manuscript.article.body for manuscript in manuscripts()]
    return "\n\n".join([*bodies, (FOLDER / "edition.yaml").read_text("utf-8")])


def sample() -> str:
    """Return the raw page that the handbook hands in."""
    return next(block.text for block in shown("text", "01/02") if block.text.startswith("试印一版"))
