"""Checks of page maps (page.yaml) against the pages and pictures that they are about."""

from collections.abc import Iterator

from broadsheet.model.finding import Severity
from broadsheet.model.message import say
from broadsheet.proof.check import Check, Remark
from broadsheet.proof.read.archive import Archive

_CROPPED = 0.02  # what rounding to pixels never makes


def page_shape(archive: Archive) -> Iterator[Remark]:
    """A picture of a printed page in another shape than the page, as one that was cropped: the boxes miss its articles."""
    for path, page_map in archive.page_maps.items():
        picture = archive.pictures.get(f"{path.rpartition('/')[0]}/{page_map.picture}")
        if (
            picture
            and abs(picture.width * page_map.height / (picture.height * page_map.width) - 1) > _CROPPED
        ):
            message = say(
                "%(file)s is %(width)s × %(height)s, and the page %(page_width)s × %(page_height)s",
                file=page_map.picture,
                width=picture.width,
                height=picture.height,
                page_width=f"{page_map.width:g}",
                page_height=f"{page_map.height:g}",
            )
            hint = say("give the picture of the whole page, or the size that the boxes were measured on")
            yield Remark(message, hint, path=archive.tree.shown(path))


def map_of_no_page(archive: Archive) -> Iterator[Remark]:
    """A page map of a printed page without an article: the site has no such page."""
    printed = {address.on_page() for address, _ in archive.tree.articles}
    for path, address in archive.tree.page_maps.items():
        if address not in printed:
            message = say("this page has no article, so it is not shown")
            yield Remark(message, say("add its articles"), path=archive.tree.shown(path))


ARCHIVE = (
    Check("page-shape", Severity.DOUBT, page_shape),
    Check("empty-page-map", Severity.DOUBT, map_of_no_page),
)
