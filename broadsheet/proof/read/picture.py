"""A picture's file as the checks of the archive need to know it."""

from pathlib import Path, PurePosixPath
from typing import NamedTuple

from broadsheet.manuscript.drawing import drawing_size
from broadsheet.manuscript.photo_file import opened_photo
from broadsheet.manuscript.pictures import DRAWING
from broadsheet.proof.read.photo_words import PhotoWords, words_of

_ORIENTATION, _LYING = 0x0112, (5, 6, 7, 8)  # Exif 2.32, 4.6.4


class Picture(NamedTuple):
    """A picture's bytes, its upright width and height in pixels, 0 where a drawing does not say, and a photo's own words."""

    size: int
    width: int
    height: int
    words: PhotoWords


def read_picture(path: Path) -> Picture:
    """Return what is known of the picture at `path`. Raises ManuscriptError for one that no page can show.

    A photo is opened here and not decoded, which would take the archive's hours: that its bytes end too early is for
    the press to find.
    """
    size = path.stat().st_size
    if PurePosixPath(path).suffix.lower() == DRAWING:
        width, height = drawing_size(path)
        return Picture(size, width, height, PhotoWords("", ""))
    with opened_photo(path) as image:
        lies = image.getexif().get(_ORIENTATION) in _LYING
        width, height = (image.height, image.width) if lies else image.size
        return Picture(size, width, height, words_of(image))
