"""Pictures that a manuscript names: checked, and as a page shows them."""

import re
from html import unescape
from itertools import groupby
from pathlib import Path, PurePosixPath
from urllib.parse import SplitResult, unquote, urlsplit

from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.located import Place
from broadsheet.manuscript.pictures import PICTURE_TYPES
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.press.paper.links import Links
from broadsheet.press.plates.plate import Plates
from broadsheet.press.views.article import PhotoView, SourceView

_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


def source_views(picture: str, plates: Plates, links: Links) -> tuple[SourceView, ...]:
    """Return the plates of `picture`, a path below content/, as the sources of <picture>, one for each format."""
    return tuple(
        SourceView(
            media_type=media_type,
            srcset=", ".join(f"{links.at(picture + plate.ending)} {plate.width}w" for plate in group),
        )
        for media_type, group in groupby(plates.others, key=lambda plate: plate.media_type)
    )


def photo_view(
    picture: str, plates: Plates, links: Links, *, alt: str = "", caption: str = "", credit: str = ""
) -> PhotoView:
    """Return `picture`, a path below content/, as a page shows it."""
    return PhotoView(
        src=links.at(picture),
        sources=source_views(picture, plates, links),
        alt=alt,
        caption=caption,
        credit=credit,
        width=plates.width,
        height=plates.height,
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


def named_wrongly(code: str, named: str, manuscript: Path, message: str, hint: str) -> ManuscriptError:
    """Return the error for a picture or link with the place of `named` in `manuscript`."""
    line, column = _place_of(named, manuscript)
    return ManuscriptError(Finding(code, str(manuscript), message, hint, line, column))


def split_address(named: str, manuscript: Path) -> SplitResult:
    """Return the parts of the URL `named` in `manuscript`. Raises ManuscriptError for an invalid one."""
    try:
        return urlsplit(named)
    except ValueError as error:
        message = f"`{named}` is no address: {error}"
        hint = "mend it; a backslash before `[` keeps words in brackets from being a link"
        raise named_wrongly("no-address", named, manuscript, message, hint) from error


def _place_of(words: str, manuscript: Path) -> Place:
    """Return the first place of `words` in `manuscript`, as written or percent-decoded; without one it is 0, 0.

    Where Markdown's escapes stand between, or HTML's, or tabs, which Markdown reads as four spaces, it is the line's beginning.
    """
    wanted = sorted({words, unquote(words)}, key=len)
    for number, line in enumerate(read_utf8(manuscript).split("\n"), 1):
        for word in wanted:
            if word in line or word in unescape(_ESCAPE.sub(r"\1", line)) or word in line.expandtabs(4):
                return Place(number, max(0, line.find(word)) + 1)
    return Place(0, 0)
