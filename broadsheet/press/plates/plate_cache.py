"""The cache of plates: the thumbnails of a photo are made once, and again where the photo or the code changes.

A cache file that is damaged or missing is made again from the photo in content/.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import msgspec
import PIL

from broadsheet.manuscript import drawing
from broadsheet.manuscript.drawing import drawing_size
from broadsheet.manuscript.pictures import DRAWING
from broadsheet.press.files.digest import digest
from broadsheet.press.files.sealed_file import keep_sealed, read_sealed
from broadsheet.press.plates.plate import Plates

_FOLDER = "plates"


class PlateRoom:
    """Gives the plates of the pictures below `content`, and caches them as files below the folder `kept`."""

    def __init__(self, content: Path, kept: Path) -> None:
        self._content = content
        self._kept = kept / _FOLDER
        self._at_hand: dict[str, Plates] | None = None

    @contextmanager
    def at_hand(self) -> Iterator[None]:
        """Keep plates in memory while the body runs: an edition's articles need their measures, then its files their bytes."""
        self._at_hand = {}
        try:
            yield
        finally:
            self._at_hand = None

    def plates(self, picture: str) -> Plates:
        """Return the plates of `picture`, a path below content/; a drawing (SVG) has no thumbnails.

        Raises ManuscriptError for a file that cannot be read as a picture.
        """
        if self._at_hand is None:
            return self._fetched(picture)
        if picture not in self._at_hand:
            self._at_hand[picture] = self._fetched(picture)
        return self._at_hand[picture]

    def _fetched(self, picture: str) -> Plates:
        path = self._content / picture
        if path.suffix.lower() == DRAWING:
            return Plates(*drawing_size(path), path.read_bytes())
        kept = self._kept / digest([path.read_bytes(), path.suffix.lower(), _version()])
        data = read_sealed(kept)
        if data is None:
            from broadsheet.press.plates.platemaking import make_plates  # noqa: PLC0415  lazy: most editions have all plates

            plates = make_plates(path)
            keep_sealed(msgspec.msgpack.encode(plates), kept)
            return plates
        return msgspec.msgpack.decode(data, type=Plates)


@cache
def _version() -> str:
    """Return the digest of what decides the bytes of plates besides the photo: our code and Pillow's version."""
    ours = (Path(__file__).with_name(name) for name in ("platemaking.py", "png_rows.py"))
    code = (*ours, Path(drawing.__file__).with_name("photo_file.py"))
    return digest([*(file.read_bytes() for file in code), PIL.__version__])
