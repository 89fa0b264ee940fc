"""Where plates are kept, so that a photo is made into plates once, and again only where it or the way of making differs.

What is kept is a convenience and never a source: a file that is damaged or missing is made anew from content/.
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
    """Has the plates of every picture below `content`, and keeps them below `kept`."""

    def __init__(self, content: Path, kept: Path) -> None:
        self._content = content
        self._kept = kept / _FOLDER
        self._at_hand: dict[str, Plates] | None = None

    @contextmanager
    def at_hand(self) -> Iterator[None]:
        """Have the plates of one edition stay at hand: its articles show them, then they are laid out."""
        self._at_hand = {}
        try:
            yield
        finally:
            self._at_hand = None

    def plates(self, picture: str) -> Plates:
        """Return the plates of the picture at a path below content/. Raises ManuscriptError for one that cannot be shown.

        A drawing is published as it is.
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
        kept = self._kept / digest([path.read_bytes(), path.suffix.lower(), _way_of_making()])
        data = read_sealed(kept)
        if data is None:
            from broadsheet.press.plates.platemaking import make_plates  # noqa: PLC0415  lazy: most editions have all plates

            plates = make_plates(path)
            keep_sealed(msgspec.msgpack.encode(plates), kept)
            return plates
        return msgspec.msgpack.decode(data, type=Plates)


@cache
def _way_of_making() -> str:
    """Return what decides over a photo's plates beside the photo: our code and Pillow with its encoders."""
    code = (Path(__file__).with_name("platemaking.py"), Path(drawing.__file__).with_name("photo_file.py"))
    return digest([*(file.read_bytes() for file in code), PIL.__version__])
