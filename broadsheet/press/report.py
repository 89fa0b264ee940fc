"""What a build says of itself at its end."""

import msgspec


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """What a build made: the site's editions and articles, the pages made now, files that changed or went, seconds."""

    paper: str
    editions: int
    articles: int
    pages: int
    changed: int
    removed: int
    seconds: float

    def __str__(self) -> str:
        site = f"{_count(self.editions, 'edition')}, {_count(self.articles, 'article')}"
        made = f"{_count(self.pages, 'page')} made" if self.pages else "nothing to make"
        files = f"{_count(self.changed, 'file')} written, {self.removed} removed"
        return f"{self.paper}: {site}; {made} in {self.seconds:.1f} s ({files})"


def _count(number: int, thing: str) -> str:
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
