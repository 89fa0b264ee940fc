"""A page map (原版): where each article stands on its printed page, and the files that show that page."""

import msgspec


class Box(msgspec.Struct, frozen=True, array_like=True):
    """A rectangle on a page; its sides are fractions of the page's width and height from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float


class Area(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a page that an article has: one box for each block that print sets apart, in print order.

    `article` is the number of its manuscript in the page's folder.
    """

    article: int
    boxes: tuple[Box, ...]


class PageMap(msgspec.Struct, frozen=True, kw_only=True):
    """The contents of `page.yaml`: the areas of a printed page in print order.

    `width` and `height` are the page's size; only their ratio counts. `picture` and `pdf` are the names of files in
    the page's folder that show the page, "" where there are none.
    """

    width: float
    height: float
    picture: str = ""
    pdf: str = ""
    areas: tuple[Area, ...] = ()
