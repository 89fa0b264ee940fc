"""What a build says of itself at its end."""

import msgspec

from broadsheet.model.finding import Finding

_MOST_ADDRESSES = 10


class Report(msgspec.Struct, frozen=True, kw_only=True):
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
        site = f"{_count(self.editions, 'edition')}, {_count(self.articles, 'article')}"
        made = f"{_count(self.pages, 'page')} made" if self.pages else "nothing to make"
        files = f"{_count(self.changed, 'file')} written, {self.removed} removed"
        return f"{self.paper}: {site}; {made} in {self.seconds:.1f} s ({files}){self._farewell()}"

    def _farewell(self) -> str:
        """Name the addresses that are gone: an edition is permanent, so somebody should know."""
        if not self.gone:
            return ""
        more = len(self.gone) - _MOST_ADDRESSES
        names = [*self.gone[:_MOST_ADDRESSES], *([f"and {more:,} more"] if more > 0 else [])]
        return f"\n    no longer on the site, and links to them break: {', '.join(names)}"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
