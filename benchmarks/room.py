"""What room a site takes on its host: bytes an article, by the kind of file."""

import os
import re
import tempfile
from collections import Counter
from pathlib import Path

from benchmarks.archive import ARTICLES, lay_out
from benchmarks.cost import cost_of
from benchmarks.press import BUILD

ADDRESS = "https://example.org/paper"
"""With an address, a site has share images, structured data and absolute links."""

_DAY = r"\d{4}-\d\d-\d\d"
_KINDS = {
    "article pages": rf"{_DAY}/\d\d/\d\d/index\.html",
    "printed pages": rf"{_DAY}/\d\d/index\.html",
    "whole editions": rf"{_DAY}/all/index\.html",
    "fronts": rf"(?:{_DAY}/)?index\.html",
    "share images": r".+/card\.png",
    "feeds": r"(?:.+/)?(?:feed\.xml|feed\.json|rss\.xml)",
    "lists of tags": r"tags/.+",
    "other lists": r"(?:sections|columns|authors|archive)/.+",
    "sitemaps": r"sitemap.+",
    "theme": r"theme/.+",
}


def measure_room(root: Path, editions: int) -> None:
    """Print bytes an article by kind, for an archive of so many `editions` as readers get it."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        lay_out(project, root, editions)
        cost_of(("env", f"SITEURL={ADDRESS}", *BUILD), project)
        sizes = _sizes(project / "output")
    for kind, size in sizes.most_common():
        print(f"room: {size / editions / ARTICLES:8,.0f} bytes an article  {kind}")
    print(f"room: {sizes.total() / editions / ARTICLES:8,.0f} bytes an article", flush=True)


def _sizes(output: Path) -> Counter[str]:
    """Return the bytes of each kind of file in the site at `output`."""
    sizes: Counter[str] = Counter()
    for folder, folders, files in os.walk(output):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for path in (Path(folder, name) for name in files):
            sizes[_kind(path.relative_to(output).as_posix())] += path.stat().st_size
    return sizes


def _kind(file: str) -> str:
    return next((kind for kind, pattern in _KINDS.items() if re.fullmatch(pattern, file)), "others")
