"""Checks of page maps (page.yaml) against the files and articles of their page."""

from collections.abc import Iterator

from broadsheet.model.finding import Severity
from broadsheet.model.message import say
from broadsheet.proof.check import Check, Remark
from broadsheet.proof.read.archive import Archive


def missing_page_file(archive: Archive) -> Iterator[Remark]:
    """A page map that names a picture or a PDF of the page that is not there."""
    for path, page_map in archive.page_maps.items():
        folder = path.rpartition("/")[0]
        for name in (page_map.picture, page_map.pdf):
            if name and f"{folder}/{name}" not in archive.tree.files:
                message = say("there is no file %(file)s", file=archive.tree.shown(f"{folder}/{name}"))
                yield Remark(
                    message, say("put it there, or take the line out"), path=archive.tree.shown(path)
                )


def missing_page_article(archive: Archive) -> Iterator[Remark]:
    """An area of a page map whose article does not exist."""
    articles = {address.parts for address, _ in archive.tree.articles}
    for path, page_map in archive.page_maps.items():
        date, page, _ = path.split("/")
        for area in page_map.areas:
            if (date, page, f"{area.article:02d}") not in articles:
                message = say("the page has no article %(number)s", number=area.article)
                hint = say("mend the number, or take the area out")
                yield Remark(message, hint, path=archive.tree.shown(path))


ARCHIVE = (
    Check("page-map-file", Severity.WARNING, missing_page_file),
    Check("page-map-article", Severity.WARNING, missing_page_article),
)
