"""What a build says of itself at its end."""

from typing import NamedTuple

from broadsheet.model.finding import Finding
from broadsheet.model.numbers import number_of

_MOST_ADDRESSES = 10


class Report(NamedTuple):
    """What a build made: the site's editions and articles, the pages made now, files that changed or went, seconds."""

    paper: str
    editions: int
    articles: int
    pages: int
    changed: int
    removed: int
    seconds: float
    doubts: tuple[Finding, ...] = ()
    gone: tuple[str, ...] = ()
    """Addresses of articles, pages and editions that the last build had and this one has not, in order."""

    def __str__(self) -> str:
        site = f"{number_of(self.editions, 'edition')}, {number_of(self.articles, 'article')}"
        made = f"{number_of(self.pages, 'page')} made" if self.pages else "nothing to make"
        files = f"{number_of(self.changed, 'file')} written, {self.removed} removed"
        return f"{self.paper}: {site}; {made} in {self.seconds:.1f} s ({files}){self._farewell()}"

    def _farewell(self) -> str:
        """Name the addresses that are gone: an edition is permanent, so somebody should know."""
        if not self.gone:
            return ""
        more = len(self.gone) - _MOST_ADDRESSES
        names = [*self.gone[:_MOST_ADDRESSES], *([f"and {more:,} more"] if more > 0 else [])]
        return f"\n    no longer on the site, and links to them break: {', '.join(names)}"
