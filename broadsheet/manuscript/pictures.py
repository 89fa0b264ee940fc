"""Where a picture that a manuscript names lies below content/, and which kinds of files are pictures."""

import posixpath
from pathlib import Path

from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.model.limits import huge

PHOTO_FORMATS = {
    ".avif": "AVIF",
    ".gif": "GIF",
    ".jpeg": "JPEG",
    ".jpg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
}
"""The format of a photo by the end of its name."""

DRAWING = ".svg"
"""How the name of a drawing ends."""

PICTURE_TYPES = tuple(sorted((*PHOTO_FORMATS, DRAWING)))
"""What a page can show."""


def picture_path(file: str, folder: str) -> str:
    """Return the path below content/ of `file` as a manuscript in `folder` names it.

    A leading slash counts from content/, anything else from the manuscript's own folder.
    """
    return posixpath.normpath(posixpath.join("/", folder, file)).lstrip("/")


def check_size(path: Path) -> None:
    """Raise ManuscriptError where the picture at `path` has more bytes than any picture may have."""
    if finding := huge(path, path.stat().st_size):
        raise ManuscriptError(finding)


def picture_error(
    code: str, path: Path, message: str, hint: str, *, line: int = 0, column: int = 0
) -> ManuscriptError:
    """Return the error about the picture at `path` itself."""
    return ManuscriptError(
        Finding(code=code, path=str(path), line=line, column=column, message=message, hint=hint)
    )
