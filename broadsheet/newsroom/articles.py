"""A new article: a draft at the next free order of its page."""

import datetime as dt
from pathlib import Path

from broadsheet.manuscript.place import address_of, article_path
from broadsheet.manuscript.writer import write_article
from broadsheet.model.address import Address
from broadsheet.model.article import Article, Status
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding


def new_article(content: Path, date: dt.date, page: int, title: str) -> Path:
    """Write a draft with the headline `title` after the last article of the page, and return its path.

    A number that is free before the last one is not used: an article that was withdrawn may have had this address.

    Raises ManuscriptError where there is no edition of `date`, and where a Markdown file of the page has no address.
    """
    edition = content / date.isoformat()
    if not edition.is_dir():
        message, hint = "there is no such edition", f"inv new edition {date}"
        raise ManuscriptError(Finding(code="no-edition", path=str(edition), message=message, hint=hint))
    folder = edition / Address(date, page).parts[1]
    last = max((address_of(file).order for file in folder.glob("*.md")), default=0)
    path = content / article_path(Address(date, page, last + 1))
    folder.mkdir(exist_ok=True)
    with path.open("x", encoding="utf-8") as file:
        file.write(write_article(Article(title=title, status=Status.DRAFT)))
    return path
