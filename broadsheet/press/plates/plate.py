"""Plates (制版): what the site publishes of a picture, in the sizes and formats that screens ask for."""

import msgspec


class Plate(msgspec.Struct, frozen=True, array_like=True):
    """A photo in one format and width; its file has the photo's name with `ending` behind it."""

    ending: str
    media_type: str
    width: int
    data: bytes


class Plates(msgspec.Struct, frozen=True, array_like=True):
    """A picture as it is published: `data` at its own address, its measures in pixels, 0 when unknown; `others` beside it."""

    width: int
    height: int
    data: bytes
    others: tuple[Plate, ...] = ()
