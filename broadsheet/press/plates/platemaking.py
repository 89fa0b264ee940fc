"""Making plates: a photo file → its thumbnails.

Plates hold pixels without metadata, so the site does not publish where and with which camera a photo was taken. Encoders
run with fixed settings in one thread, since with more threads the same pixels give other bytes.
"""

import io
import math
from pathlib import Path
from typing import Any

from PIL import Image, ImageCms, ImageOps

from broadsheet.manuscript.photo_file import opened_photo
from broadsheet.manuscript.pictures import PHOTO_FORMATS
from broadsheet.press.plates.plate import Plate, Plates
from broadsheet.press.plates.png_rows import check_rows

WIDTHS = (480, 960, 1600)
"""The widths of thumbnails in pixels."""

MOST_PIXELS = 5_000_000
"""The most pixels of the picture at a photo's own address: a photo of 3:2 is 2,700 pixels wide."""

_LONGEST_SIDE = 16_000  # WebP's own limit is 16,383
_FEW_COLOURS = 4096  # a drawing or a screenshot has fewer, a photo has more
_SETTINGS: dict[str, dict[str, Any]] = {
    "AVIF": {"quality": 50, "speed": 8, "subsampling": "4:2:0", "max_threads": 1},
    "WEBP": {"quality": 78, "method": 4},
    "JPEG": {"quality": 86, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "GIF": {},
}
_LOSSLESS = {"WEBP": {"lossless": True, "quality": 80, "method": 4}}


def make_plates(path: Path) -> Plates:
    """Return the plates of the photo at `path`. Raises ManuscriptError for a file that cannot be read as a photo.

    Line art gets thumbnails in lossless WebP, a photo in AVIF and WebP.
    """
    kind = PHOTO_FORMATS[path.suffix.lower()]
    image = _shrunk(_plain(_decoded(path)))
    is_line_art = kind in ("PNG", "GIF") and image.getcolors(_FEW_COLOURS) is not None
    formats = ("WEBP",) if is_line_art else ("AVIF", "WEBP")
    settings = _SETTINGS | (_LOSSLESS if is_line_art else {})
    sizes = [_resized(image, width) for width in _widths(image.width)]
    return Plates(
        width=image.width,
        height=image.height,
        data=_encoded(image, kind, settings[kind]),
        others=tuple(_plate(size, name, settings[name]) for name in formats for size in sizes),
    )


def _decoded(path: Path) -> Image.Image:
    """Return the photo, turned upright; a large JPEG is decoded at a smaller size."""
    with opened_photo(path) as image:
        if image.format == "PNG":
            check_rows(path)
        image.draft(None, _published_size(image.size))
        return ImageOps.exif_transpose(image)


def _plain(image: Image.Image) -> Image.Image:
    """Return the image without metadata, in sRGB, in mode L, RGB or RGBA."""
    mode = "RGBA" if image.has_transparency_data else "L" if image.mode in ("1", "L", "I;16") else "RGB"
    profile = image.info.get("icc_profile")
    if image.mode == "I;16":
        image = image.point(lambda grey: grey * (1 / 256))  # `convert` would cut values off at 255
    if profile:
        image = _in_srgb(image if image.mode == "CMYK" else image.convert(mode), profile, mode)
    plain = image.convert(mode)
    plain.info = {}
    return plain


def _in_srgb(image: Image.Image, profile: bytes, mode: str) -> Image.Image:
    """Return `image` converted from `profile` to sRGB, or unchanged where the profile is damaged, as browsers show it."""
    try:
        ours = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if "sRGB" in ImageCms.getProfileDescription(ours):
            return image
        return (
            ImageCms.profileToProfile(image, ours, ImageCms.createProfile("sRGB"), outputMode=mode) or image
        )
    except (ImageCms.PyCMSError, OSError):
        return image


def _published_size(size: tuple[int, int]) -> tuple[int, int]:
    width, height = size
    share = min(1, math.sqrt(MOST_PIXELS / (width * height)), _LONGEST_SIDE / max(size))
    return max(1, round(width * share)), max(1, round(height * share))


def _shrunk(image: Image.Image) -> Image.Image:
    size = _published_size(image.size)
    return image if size == image.size else image.resize(size, Image.Resampling.LANCZOS)


def _widths(full: int) -> tuple[int, ...]:
    """Return the widths of the thumbnails of a photo `full` pixels wide: the widest, and those well below it."""
    widest = min(full, WIDTHS[-1])
    return (*(width for width in WIDTHS if width < 0.8 * widest), widest)


def _resized(image: Image.Image, width: int) -> Image.Image:
    if width == image.width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS)


def _plate(image: Image.Image, name: str, settings: dict[str, Any]) -> Plate:
    kind = name.lower()
    return Plate(f".{image.width}.{kind}", f"image/{kind}", image.width, _encoded(image, name, settings))


def _encoded(image: Image.Image, name: str, settings: dict[str, Any]) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, name, **settings)
    return buffer.getvalue()
