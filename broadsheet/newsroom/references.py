"""References of a text to articles and pictures that move: links in its Markdown, and the files of its photos."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from broadsheet.manuscript.pictures import PICTURE_TYPES, picture_path

# What a link or a picture names, in brackets behind its words or in the definition of a reference.
_NAMED = re.compile(r"(?:\]\(\s*<?|^ {0,3}\[[^\[\]\n]+\]:[ \t]*<?)(?P<target>[^\s)>]+)", re.MULTILINE)
_PHOTO = re.compile(
    r"\bfile:[ \t]*[\"']?(?P<target>[^\s\"',}][^\"'\n,}]*?)(?=[\"',}]|[ \t]*(?:#.*)?$)", re.MULTILINE
)
_NOT_IN_TARGETS = {ord(char): f"%{ord(char):02X}" for char in " ()<>"}


class Stand(NamedTuple):
    """Where a text stands: its address on the site, to which links are relative, and its folder below content/."""

    address: str
    folder: str


class Renames(NamedTuple):
    """What moves: addresses of articles, printed pages and editions, and paths of files below content/; old to new."""

    addresses: Mapping[str, str]
    files: Mapping[str, str]


def stand_of(path: str) -> Stand:
    """Return where the text at `path` below content/ stands."""
    parts = PurePosixPath(path)
    if len(parts.parts) > 2:
        return Stand(f"/{parts.parent}/{parts.stem.partition('-')[0]}/", str(parts.parent))
    if len(parts.parts) > 1:
        return Stand(f"/{parts.parent}/", str(parts.parent))
    return Stand(f"/{parts.stem.replace('.', '/')}/", "")


def retargeted(text: str, before: Stand, after: Stand, renames: Renames) -> str:
    """Return `text`, which moves from `before` to `after`, with its references as they are after `renames`."""

    def link(match: re.Match[str]) -> str:
        return _replaced(match, _target(match["target"], before, after, renames))

    def photo(match: re.Match[str]) -> str:
        named = match["target"]
        return _replaced(match, _moved_picture(named, before, after, renames) or named)

    head, mark, body = _front_matter(text)
    return _NAMED.sub(link, _PHOTO.sub(photo, head)) + mark + _NAMED.sub(link, body)


def _front_matter(text: str) -> tuple[str, str, str]:
    """Return `text` in three parts: its fields, the line that ends them, and the rest."""
    if not text.startswith("---"):
        return "", "", text
    head, mark, body = text.partition("\n---")
    return head, mark, body


def _replaced(match: re.Match[str], target: str) -> str:
    start = match.start("target") - match.start()
    return match[0][:start] + target


def _target(target: str, before: Stand, after: Stand, renames: Renames) -> str:
    """Return what a link or a picture names, as it is after `renames`."""
    try:
        parts = urlsplit(target)
    except ValueError:
        return target
    if parts.scheme or parts.netloc or not parts.path:
        return target
    if parts.path.lower().endswith(PICTURE_TYPES):
        moved = _moved_picture(unquote(target), before, after, renames)
        return moved.translate(_NOT_IN_TARGETS) if moved else target
    path = unquote(urljoin(before.address, parts.path))
    address = f"{path.rstrip('/')}/"
    if address in renames.addresses:
        return parts._replace(path=renames.addresses[address]).geturl()
    is_carried = before != after and not parts.path.startswith("/")
    return parts._replace(path=path.translate(_NOT_IN_TARGETS)).geturl() if is_carried else target


def _moved_picture(named: str, before: Stand, after: Stand, renames: Renames) -> str:
    """Return the new name of a picture, from the root of content/, or "" where the old one still names it."""
    old = picture_path(named, before.folder)
    new = renames.files.get(old, old)
    return "" if picture_path(named, after.folder) == new else f"/{new}"
