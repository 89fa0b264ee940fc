"""Where a manuscript's picture lies, and that it may be shown."""

import posixpath
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding

PICTURE_TYPES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


def picture_path(file: str, folder: str) -> str:
    """Return the path below content/ of `file` as a manuscript in `folder` names it.

    A leading slash counts from content/, anything else from the manuscript's own folder.
    """
    return posixpath.normpath(posixpath.join("/", folder, file)).lstrip("/")


def check_picture(path: str, content: Path, manuscript: Path, named: str) -> None:
    """Raise ManuscriptError unless `path` below `content` is a picture that is there.

    `named` is how the manuscript names it, for the message's line.
    """
    if PurePosixPath(path).suffix.lower() not in PICTURE_TYPES:
        message = f"`{named}` is no picture that a page can show"
        hint = f"use a file that ends in {', '.join(PICTURE_TYPES)}"
    elif not (content / path).is_file():
        message = f"the photo `{named}` is missing: there is no {content / path}"
        hint = "put the file there, or take `file` out to keep its caption’s place, marked （图略）"
    else:
        return
    raise ManuscriptError(
        Finding(
            code="missing-photo",
            path=str(manuscript),
            line=line_with(named, manuscript),
            message=message,
            hint=hint,
        )
    )


def line_with(words: str, manuscript: Path) -> int:
    """Return the first line of `manuscript` that holds `words`, as written or percent-decoded, or 0."""
    lines = manuscript.read_text(encoding="utf-8-sig").splitlines()
    wanted = {words, unquote(words)}
    return next((i for i, line in enumerate(lines, 1) if any(w in line for w in wanted)), 0)
