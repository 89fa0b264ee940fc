"""Addresses that readers have and the new site has not: an article that goes needs a move or a withdrawal.

Lists that are gone need nothing that an editor knows: their readers are led to the page above.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from broadsheet.files.page_files import CONTENT, replace_page
from broadsheet.manuscript.place import article_path
from broadsheet.manuscript.reader import read_article
from broadsheet.manuscript.records.addresses_file import (
    ADDRESSES_FILE,
    read_left_addresses,
)
from broadsheet.manuscript.writer import left_addresses_text
from broadsheet.model.address import Address
from broadsheet.model.article import Status
from broadsheet.model.errors import ManuscriptError, PublishError
from broadsheet.model.finding import Finding
from broadsheet.model.left_addresses import with_move
from broadsheet.publishing.reader_changes import address_at, is_article, is_page

_MOST = 20  # findings; what else is gone has the same cause


def vanished_pages(published: Mapping[str, str], made: Mapping[str, str]) -> list[str]:
    """Return the pages, as paths, that readers have and the site `made` has not."""
    return sorted(path for path in published.keys() - made.keys() if is_page(path))


def refuse_lost_articles(pages: list[str], moved: Mapping[str, str]) -> None:
    """Raise PublishError for each of `pages` that is an article's; `moved` says where one with the same title is now."""
    articles = [path for path in pages if is_article(path)]
    if articles:
        findings = [_lost(path, moved.get(path, "")) for path in articles[:_MOST]]
        if len(articles) > _MOST:
            message = f"readers have {len(articles) - _MOST:,} more articles that this site has not"
            findings.append(
                Finding("vanished", str(CONTENT), message, "look for what is missing in content/")
            )
        raise PublishError(*findings)


def lead_on_from(pages: list[str], made: Mapping[str, str]) -> None:
    """Write into `addresses.yaml` that readers of `pages` are led to the nearest page above that is in `made`.

    Raises PublishError if there was anything to write, since a site is published from what is committed.
    """
    if not pages:
        return
    moves = {address_at(path): _above(path, made) for path in pages}
    left = with_move(read_left_addresses(CONTENT).left, moves)
    replace_page({CONTENT / ADDRESSES_FILE: left_addresses_text(left).encode()}, ())
    file = str(CONTENT / ADDRESSES_FILE)
    hint = "look at it and commit it, then: inv publish"
    raise PublishError(
        *(
            Finding("led-on", file, f"{address} is gone; a new entry leads its readers to {to}", hint)
            for address, to in moves.items()
        )
    )


def _above(path: str, made: Mapping[str, str]) -> str:
    """Return the address of the nearest page above the page at `path`."""
    folders = PurePosixPath(path).parents
    return next(
        address_at(str(folder / "index.html")) for folder in folders[1:] if str(folder / "index.html") in made
    )


def _lost(path: str, moved: str) -> Finding:
    date, page, order = path.split("/")[:3]
    address = Address(dt.date.fromisoformat(date), int(page), int(order))
    manuscript = next(_manuscripts(address), CONTENT / article_path(address))
    message = f"readers have {address.href}, and this site has no page there{_why(manuscript)}"
    goes_to = str(CONTENT / PurePosixPath(moved).parent.with_suffix(".md")) if moved else "NEW"
    hint = f"if it has moved: inv move {manuscript} {goes_to}\n    → if it is to go: inv withdraw {manuscript} --text WHY"
    return Finding("vanished", str(manuscript), message, hint)


def _manuscripts(address: Address) -> Iterator[Path]:
    plain = CONTENT / article_path(address)
    return (path for end in (".md", "-*.md") for path in sorted(plain.parent.glob(f"{plain.stem}{end}")))


def _why(manuscript: Path) -> str:
    """Return why the manuscript has no page, as far as it says so."""
    try:
        article = read_article(manuscript).article
    except ManuscriptError:
        return ""
    if article.status is not Status.PUBLISHED:
        return f": the article has status {article.status}"
    return f": it is held until {article.publish_at:%Y-%m-%d %H:%M}" if article.publish_at else ""
