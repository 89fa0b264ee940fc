"""Files that hold a page and, below a line of dashes, what is read from it; `--rewrite-goldens` makes the lower half anew."""

from collections.abc import Callable
from pathlib import Path

BAR = "-" * 40 + "\n"


def check(path: Path, read: Callable[[str], str], *, rewrites: bool) -> None:
    """Check that `read` makes of the upper half of the file at `path` what its lower half holds."""
    page, _, expected = path.read_text(encoding="utf-8").partition(BAR)
    made = read(page)
    if rewrites:
        path.write_text(page + BAR + made, encoding="utf-8")
        return
    assert made == expected
