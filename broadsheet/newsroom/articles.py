"""A new article: a draft at the next free order of its page."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from broadsheet.manuscript.place import address_of, article_path
from broadsheet.manuscript.records.addresses_file import read_left_addresses
from broadsheet.manuscript.writer import write_article
from broadsheet.model.address import Address
from broadsheet.model.article import Article, Status
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding


def new_article(content: Path, date: dt.date, page: int, title: str) -> Path:
    """Write a draft with the headline `title` after the last article of the page, and return its path.

    A number that is free before the last one is not used: an article that was withdrawn may have had this address.

    Raises ManuscriptError where there is no edition of `date`, where a Markdown file of the page has no address, and for
    a mistake in `content/addresses.yaml`.
    """
    edition = content / date.isoformat()
    if not edition.is_dir():
        message, hint = "there is no such edition", f"inv new edition {date}"
        raise ManuscriptError(Finding(code="no-edition", path=str(edition), message=message, hint=hint))
    folder = edition / Address(date, page).parts[1]
    taken = [address_of(file).order for file in folder.glob("*.md")]
    last = max((*taken, *_left_orders(content, Address(date, page))), default=0)
    path = content / article_path(Address(date, page, last + 1))
    folder.mkdir(exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(write_article(Article(title=title, status=Status.DRAFT)))
    return path


def _left_orders(content: Path, page: Address) -> Iterator[int]:
    """Yield the orders of the addresses on `page` that articles have left."""
    for address in read_left_addresses(content).left.all:
        folder, _, order = address.strip("/").rpartition("/")
        if f"/{folder}/" == page.href and order.isdecimal():
            yield int(order)
