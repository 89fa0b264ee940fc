"""Plates (制版): a picture and its thumbnails as the site publishes them."""

import msgspec


class Plate(msgspec.Struct, frozen=True, array_like=True):
    """One thumbnail: a photo in one format and width (pixels); its file is named like the photo, with `ending` added."""

    ending: str
    media_type: str
    width: int
    data: bytes


class Plates(msgspec.Struct, frozen=True, array_like=True):
    """A picture as it is published: the file `data` at its own address, and `others`, its thumbnails.

    `width` and `height` are in pixels, 0 when unknown.
    """

    width: int
    height: int
    data: bytes
    others: tuple[Plate, ...] = ()
