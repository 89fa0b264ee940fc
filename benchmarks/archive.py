"""An archive to measure on: editions of forty articles, in the words of the handbook edition."""

import datetime as dt
import re
from itertools import cycle, islice
from pathlib import Path

ARTICLES = 40
_A_PAGE = 10
_FIRST_DAY = dt.date(2001, 1, 1)
_HANDBOOK = "2024-05-06"
_LINK = re.compile(r"\]\(/[^)]*\)")
_PICTURE = re.compile(r"^ *-? *file:|!\[", re.MULTILINE)


def lay_out(project: Path, root: Path, editions: int) -> None:
    """Make `project` a newspaper project like the one at `root`, with so many editions."""
    for name in ("pelicanconf.py", "publishconf.py"):
        (project / name).write_bytes((root / name).read_bytes())
    (project / "theme").symlink_to((root / "theme").resolve())
    for number in range(editions):
        add_edition(project, root, number)


def add_edition(project: Path, root: Path, number: int) -> Path:
    """Add edition `number`, counted from 0, to `project`, and return its folder."""
    copy = [path.read_text(encoding="utf-8") for path in _without_pictures(root)]
    date = (_FIRST_DAY + dt.timedelta(number)).isoformat()
    folder = project / "content" / date
    own_front = f"](/{date}/01/01/)"  # in place of what links lead to, which this archive has not
    for order, text in enumerate(islice(cycle(copy), ARTICLES)):
        page, place = divmod(order, _A_PAGE)
        target = folder / f"{page + 1:02d}" / f"{place + 1:02d}.md"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_LINK.sub(own_front, text), encoding="utf-8")
    return folder


def _without_pictures(root: Path) -> list[Path]:
    """Return the manuscripts of the handbook that show no picture, since none lies beside the copies."""
    manuscripts = sorted((root / "content" / _HANDBOOK).glob("*/*.md"))
    return [path for path in manuscripts if not _PICTURE.search(path.read_text(encoding="utf-8"))]
