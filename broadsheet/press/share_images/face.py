"""The typeface (字体) of share images: that of the setting CARD_FONT, or a Song typeface of this machine."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding, Severity
from broadsheet.press.paper.conf import PREVIEW_SETTINGS

_DEBIAN = Path("/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc")
# The indexes of the fonts in the collection, one for each language.
_NUMBERS = {"ja": 0, "ko": 1, "zh": 2, "zh-Hant": 3, "zh-TW": 3, "zh-HK": 4}
_SIMPLIFIED = 2

SIZE = (800, 420)
"""Width and height of a share image in pixels: 1.91 to 1, as sites show Open Graph images; from 600 across, they show it large."""


def no_face(code: str, consequence: str) -> Finding:
    """Return the doubt that this machine has no typeface; `consequence` says what there is not, for that reason."""
    return Finding(
        code=code,
        path=PREVIEW_SETTINGS,
        message=f"this machine has no Song typeface, so {consequence}",
        hint="apt-get install fonts-noto-cjk, or name a font’s file as CARD_FONT",
        severity=Severity.DOUBT,
    )


def no_glyph(path: str, message: str) -> Finding:
    """Return the doubt about `path` that the typeface lacks a character, as `message` says."""
    return Finding(
        code="no-glyph",
        path=path,
        message=message,
        hint=f"name a font’s file that has it as CARD_FONT in {PREVIEW_SETTINGS}",
        severity=Severity.DOUBT,
    )


NO_FACE = no_face("no-card-face", "articles get no share images")


class Face(NamedTuple):
    """A typeface: its font file, its index in a font collection, and the file's size, which changes with its version."""

    file: str
    number: int
    size: int


@cache
def face_of(font: str, lang: str) -> Face | None:
    """Return the typeface in the file `font`; for an empty path, a Song typeface for the language tag `lang`, or None.

    Raises PressError where the file `font` is missing.
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
    """Return the typeface that fontconfig finds for Noto Serif CJK, or None where it finds one that is not Song."""
    import subprocess  # noqa: PLC0415  lazy: most machines have the typeface at Debian’s path

    command = ["fc-match", "--format", "%{file}\n%{index}\n%{family}", "Noto Serif CJK SC:bold"]
    try:
        answer = subprocess.run(command, capture_output=True, check=True, encoding="utf-8").stdout
    except (OSError, subprocess.CalledProcessError):
        return None
    file, number, family = answer.split("\n", 2)
    is_song = any(name in family for name in ("Serif CJK", "Serif SC", "Source Han Serif", "Song"))
    return _face(Path(file), int(number)) if is_song else None
