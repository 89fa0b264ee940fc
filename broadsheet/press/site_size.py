"""How large the site is, and when GitHub Pages will be full at the pace of the newest editions."""

import datetime as dt
import os
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from broadsheet.files.stage import HIDDEN
from broadsheet.manuscript.place import edition_date
from broadsheet.model.numbers import number_of

# https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
PAGES_LIMIT = 1_000_000_000

_PAGE_ITSELF = re.compile(r"[0-9-]+/[0-9]+/page\.[^/]+")  # /2024-04-15/01/page.webp, and its plates
_LATELY = dt.timedelta(days=90)
_FAR = 36_500  # days
_HOW_TO_GO_ON = "how to go on: docs/publishing.md"


class SiteSize(NamedTuple):
    """Sizes in bytes: of the whole site, of what shows printed pages, and of each edition's folder by date."""

    total: int
    printed: int
    editions: Mapping[dt.date, int]

    def lines(self, output: Path) -> Iterator[str]:
        """Yield what to say of the site in the folder `output`."""
        share = f"{self.total / PAGES_LIMIT:.1%} of the {PAGES_LIMIT:,} that GitHub Pages allows"
        yield f"{output}/ holds {self.total:,} bytes, {share}"
        if self.printed:
            part = f"{self.printed:,} of them ({self.printed / PAGES_LIMIT:.1%})"
            yield f"{part} are printed pages, by PAGE_FILES: their pictures and PDFs"
        yield from self._when_full()

    def _when_full(self) -> Iterator[str]:
        if self.total >= PAGES_LIMIT:
            yield f"That is more than fits; {_HOW_TO_GO_ON}"
        elif len(self.editions) > 1:
            newest = max(self.editions)
            recent = [date for date in self.editions if newest - date < _LATELY]
            days = (newest - min(recent)).days + 1
            # Lists and feeds grow with the editions.
            all_of_them = self.total / sum(self.editions.values())
            left = (
                (PAGES_LIMIT - self.total)
                * days
                / (sum(map(self.editions.__getitem__, recent)) * all_of_them)
            )
            pace = f"At the pace of the last {number_of(days, 'day')}"
            if left > _FAR:
                yield f"{pace} there is room for more than {_FAR // 365} years"
            else:
                yield f"{pace} it is full on {newest + dt.timedelta(days=int(left))}; {_HOW_TO_GO_ON}"


def size_of(output: Path) -> SiteSize:
    """Return the sizes of the files in `output` that would be published."""
    total = printed = 0
    editions: dict[dt.date, int] = defaultdict(int)
    for folder, folders, files in os.walk(output):
        folders[:] = [name for name in folders if name != HIDDEN]
        for path in (Path(folder, name) for name in files):
            below, size = path.relative_to(output), path.stat().st_size
            total += size
            printed += size if _PAGE_ITSELF.fullmatch(below.as_posix()) else 0
            if date := edition_date(below.parts[0]):
                editions[date] += size
    return SiteSize(total, printed, editions)
