"""The list of an edition's files, by which a reader's browser keeps the whole edition for reading offline."""

from collections.abc import Iterable, Mapping

import msgspec

from broadsheet.files.quick_files import read
from broadsheet.press.files.digest import digest
from broadsheet.press.paper.links import page_file
from broadsheet.press.views.edition import EditionView

LIST_FILE = "files.json"
"""The file's name in an edition's folder; a published address never changes."""

_WIDEST = 960  # pixels: sharp on a phone, at a fifth of the bytes of the widest
_KIND = "webp"  # every browser that has service workers shows it


class FileList(msgspec.Struct, frozen=True):
    """The pages and pictures of an edition: paths below output/, and how many bytes they have together.

    `version` changes where one of them changes. The edition's front is listed but counts for neither, since it changes
    with its neighbours, and a sealed edition's list must not. Pages in the paper's other script are not listed.
    """

    date: str
    name: str  # 2024年5月6日
    bytes: int
    version: str
    files: tuple[str, ...]


def file_list(view: EditionView, paths: Mapping[str, str], pictures: Iterable[str]) -> bytes:
    """Return the list of the edition of `view` as JSON.

    `paths` maps the files that the edition has on the site to where their bytes are now; `pictures` are those of its
    articles, of each of which one width is kept.
    """
    front, below = page_file(view.masthead.iso_date), f"{view.masthead.iso_date}/"
    own = (file for file in paths if file.startswith(below) and file.endswith(f"/{page_file()}"))
    pages = [file for file in own if file != front]
    files = [*pages, *(_shown(picture, paths) for picture in pictures)]
    contents = [read(paths[file]) for file in files]
    listed = FileList(
        date=view.masthead.iso_date,
        name=view.masthead.date,
        bytes=sum(map(len, contents)),
        version=digest(part for named in zip(files, contents, strict=True) for part in named)[:10],
        files=tuple(file.removesuffix(page_file()) for file in (front, *files)),
    )
    return msgspec.json.encode(listed)


def _shown(picture: str, files: Iterable[str]) -> str:
    """Return the thumbnail of `picture` that a phone shows, or the picture itself where it has none."""
    widths = {}
    for file in files:
        name, _, kind = file.removeprefix(f"{picture}.").partition(".")
        if file.startswith(f"{picture}.") and kind == _KIND and name.isdecimal():
            widths[int(name)] = file
    fitting = [width for width in widths if width <= _WIDEST] or list(widths)
    return widths[max(fitting)] if fitting else picture
