"""Pictures that a manuscript names: checked, and as a page shows them."""

from itertools import groupby
from pathlib import Path, PurePosixPath
from urllib.parse import SplitResult, unquote, urlsplit

from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.pictures import PICTURE_TYPES
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.press.paper.links import Links
from broadsheet.press.plates.plate import Plates
from broadsheet.press.views.article import SourceView


def source_views(picture: str, plates: Plates, links: Links) -> tuple[SourceView, ...]:
    """Return the plates of `picture`, a path below content/, as the sources of <picture>, one for each format."""
    return tuple(
        SourceView(
            media_type=media_type,
            srcset=", ".join(f"{links.at(picture + plate.ending)} {plate.width}w" for plate in group),
        )
        for media_type, group in groupby(plates.others, key=lambda plate: plate.media_type)
    )


def check_picture(path: str, content: Path, manuscript: Path, named: str) -> None:
    """Raise ManuscriptError unless `path` below `content` is a picture file.

    `named` is the picture's name in the manuscript, by which the message finds the line.
    """
    if PurePosixPath(path).suffix.lower() not in PICTURE_TYPES:
        message = f"`{named}` is no picture that a page can show"
        hint = f"use a file that ends in {', '.join(PICTURE_TYPES)}"
    elif not (content / path).is_file():
        message = f"the photo `{named}` is missing: there is no {content / path}"
        hint = "put the file there, or take `file` out to keep its caption’s place without a picture"
    else:
        return
    raise named_wrongly("missing-photo", named, manuscript, message, hint)


def named_wrongly(code: str, named: str, manuscript: Path, message: str, hint: str = "") -> ManuscriptError:
    """Return the error for a picture or link with the line of `manuscript` that holds `named`."""
    line = _line_with(named, manuscript)
    return ManuscriptError(Finding(code=code, path=str(manuscript), line=line, message=message, hint=hint))


def split_address(named: str, manuscript: Path) -> SplitResult:
    """Return the parts of the URL `named` in `manuscript`. Raises ManuscriptError for an invalid one."""
    try:
        return urlsplit(named)
    except ValueError as error:
        message = f"`{named}` is no address: {error}"
        raise named_wrongly("no-address", named, manuscript, message) from error


def _line_with(words: str, manuscript: Path) -> int:
    """Return the number of the first line that holds `words`, as written or percent-decoded, or 0."""
    lines = read_utf8(manuscript).split("\n")
    wanted = {words, unquote(words)}
    return next((i for i, line in enumerate(lines, 1) if any(w in line for w in wanted)), 0)
