"""A photo's file, opened with care: what no page can show, or what would break a machine, is told by its name.

A photo comes from anywhere, so nothing about it is believed: a small file may unfold to gigabytes, end in its middle,
or be another thing than its name says.
"""

import struct
import warnings
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageFile

from broadsheet.manuscript.pictures import PHOTO_FORMATS, check_size, picture_error
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.message import say

MOST_PIXELS = 100_000_000

_EXPORT = say("export it again from the original, or take it out of the article")
# What decoders raise over bytes that are not what they should be.
_DAMAGE = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    EOFError,
    ArithmeticError,
    RuntimeError,
    struct.error,
    zlib.error,
)
_JPEG_WITH_MORE = "MPO"  # telephones put a second picture, for depth or brightness, behind the first


@contextmanager
def opened_photo(path: Path) -> Iterator[ImageFile.ImageFile]:
    """Open the photo at `path`; its pixels are decoded when they are asked for.

    Raises ManuscriptError, in the body too, for a photo that is damaged, too large, animated, or of another
    format than its name says.
    """
    try:
        check_size(path)
        with warnings.catch_warnings():
            warnings.simplefilter(
                "ignore"
            )  # of size, which is measured here, and of metadata, which nobody needs
            with Image.open(path, formats=sorted(set(PHOTO_FORMATS.values()))) as image:
                _check(image, path)
                yield image
    except Image.DecompressionBombError as error:
        raise _too_large(path) from error
    except _DAMAGE as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = say("this picture cannot be read: %(reason)s", reason=reason)
        raise picture_error("damaged-picture", path, message, _EXPORT) from error


def _check(image: Image.Image, path: Path) -> None:
    named = PHOTO_FORMATS[path.suffix.lower()]
    if image.width * image.height > MOST_PIXELS:
        raise _too_large(path)
    if image.format not in (named, _JPEG_WITH_MORE):
        ending = next(end for end, name in reversed(PHOTO_FORMATS.items()) if name == image.format)
        hint = say("give it a name that ends in %(ending)s, in the manuscript too", ending=ending)
        message = say("this file is %(form)s, and not %(named)s", form=str(image.format), named=named)
        raise picture_error("misnamed-picture", path, message, hint)
    if getattr(image, "is_animated", False) and image.format != _JPEG_WITH_MORE:
        hint = say("save one of its pictures as PNG or JPEG")
        message = say("a page of a newspaper does not move, and this picture does")
        raise picture_error("moving-picture", path, message, hint)


def _too_large(path: Path) -> ManuscriptError:
    message = say("this picture has more than %(most)s million pixels", most=MOST_PIXELS // 1_000_000)
    hint = say("make it smaller; 4,000 pixels across are more than a page shows")
    return picture_error("large-picture", path, message, hint)
