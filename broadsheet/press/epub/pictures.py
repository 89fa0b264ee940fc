"""Pictures for an EPUB: as large as a tablet shows them, in formats that all reading systems know."""

import io
from functools import cache
from pathlib import Path, PurePosixPath

import PIL
from PIL import Image

from broadsheet.manuscript.pictures import DRAWING
from broadsheet.press.files.digest import digest
from broadsheet.press.files.sealed_file import keep_sealed, read_sealed
from broadsheet.press.plates.plate import Plates

LARGEST = (1200, 1600)
"""The width and height in pixels that no photo in an EPUB exceeds."""

# WebP is a core media type of EPUB since 3.3 of 2023, AVIF is none: many reading systems show neither.
MEDIA_TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".gif": "image/gif", DRAWING: "image/svg+xml"}
"""The media type of a picture in an EPUB by the end of its name."""

_FOLDER = "epub-pictures"
_SAME = {".jpeg": ".jpg"}
_FEW_COLOURS = 4096  # a drawing or a screenshot has fewer, a photo has more


class EpubPictures:
    """Gives pictures for EPUBs. Those that are made smaller, or of another format, are cached below the folder `kept`."""

    def __init__(self, kept: Path) -> None:
        self._kept = kept / _FOLDER

    def picture(self, path: str, plates: Plates) -> tuple[str, bytes]:
        """Return the ending of the name and the bytes for the picture at `path` below content/, published as `plates`."""
        ending = PurePosixPath(path).suffix.lower()
        ending = _SAME.get(ending, ending)
        fits = plates.width <= LARGEST[0] and plates.height <= LARGEST[1]
        if ending == DRAWING or (fits and ending in MEDIA_TYPES):
            return ending, plates.data
        kept = self._kept / digest([plates.data, _version()])
        data = read_sealed(kept)
        if data is None:
            data = _made_to_fit(plates.data)
            keep_sealed(data, kept)
        return (".png" if data.startswith(b"\x89PNG") else ".jpg"), data


def _made_to_fit(data: bytes) -> bytes:
    """Return the picture `data`, no larger than LARGEST: line art and what is transparent as PNG, a photo as JPEG."""
    buffer = io.BytesIO()
    with Image.open(io.BytesIO(data)) as published:
        is_clear = published.has_transparency_data
        image = published.convert("RGBA" if is_clear else "L" if published.mode == "L" else "RGB")
    is_line_art = is_clear or image.getcolors(_FEW_COLOURS) is not None
    image.thumbnail(LARGEST, Image.Resampling.LANCZOS)
    if is_line_art:
        image.save(buffer, "PNG", optimize=True)
    else:
        image.save(buffer, "JPEG", quality=82, optimize=True)
    return buffer.getvalue()


@cache
def _version() -> str:
    return digest([Path(__file__).read_bytes(), PIL.__version__])
