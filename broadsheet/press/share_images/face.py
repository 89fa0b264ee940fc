"""The typeface (字体) of share images: the operator's, or a Song face of this machine."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding, Severity
from broadsheet.press.paper.conf import PREVIEW_SETTINGS

_DEBIAN = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc")
# The collection holds a face for each language's forms of characters, in this order.
_NUMBERS = {"ja": 0, "ko": 1, "zh": 2, "zh-Hant": 3, "zh-TW": 3, "zh-HK": 4}
_SIMPLIFIED = 2

SIZE = (1200, 630)
"""Width and height of a share image in pixels (Open Graph images are shown at 1.91 to 1)."""

NO_FACE = Finding(
    code="no-card-face",
    path=PREVIEW_SETTINGS,
    message="this machine has no Song face, so articles get no social cards",
    hint="apt-get install fonts-noto-cjk, or name a font’s file as CARD_FONT",
    severity=Severity.DOUBT,
)


class Face(NamedTuple):
    """A face: its file, its number in a collection, and the file's size, which tells one release from another."""

    file: str
    number: int
    size: int


@cache
def face_of(font: str, lang: str) -> Face | None:
    """Return the face in the file `font`, or, where that is empty, one for the language `lang`, if there is any.

    Raises PressError for a file that is not there.
    """
    number = _NUMBERS.get(lang, _NUMBERS.get(lang.partition("-")[0], _SIMPLIFIED))
    if not font:
        return _face(_DEBIAN, number) or _matched()
    face = _face(Path(font), number if font == str(_DEBIAN) else 0)
    if face is None:
        message = f"CARD_FONT: there is no file {font}"
        raise PressError(Finding(code="bad-setting", path=PREVIEW_SETTINGS, message=message))
    return face


def _face(file: Path, number: int) -> Face | None:
    return Face(str(file), number, file.stat().st_size) if file.is_file() else None


def _matched() -> Face | None:
    """Return what fontconfig has for Noto Serif CJK; it names some other face where it has none."""
    import subprocess  # noqa: PLC0415  lazy: most papers’ faces are where they are looked for first

    command = ["fc-match", "--format", "%{file}\n%{index}\n%{family}", "Noto Serif CJK SC:bold"]
    try:
        answer = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    file, number, family = answer.split("\n", 2)
    is_song = any(name in family for name in ("Serif CJK", "Serif SC", "Source Han Serif", "Song"))
    return _face(Path(file), int(number)) if is_song else None
