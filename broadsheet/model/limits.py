"""The most bytes that an editor's texts and other files may have: what has more is told, and not read."""

from pathlib import Path
from typing import NamedTuple

from broadsheet.model.finding import Finding
from broadsheet.model.message import say


class Limits(NamedTuple):
    """The most bytes of a manuscript, and of an `edition.yaml` or `page.yaml`."""

    manuscript: int = 2_000_000
    edition: int = 256_000


LIMITS = Limits()
"""What holds where no setting says another thing."""


def too_large(path: Path, size: int, most_bytes: int) -> Finding:
    """Return what to tell of the text at `path`, which has `size` bytes."""
    message = say(
        "this text has %(size)s bytes, and %(most)s are the most", size=f"{size:,}", most=f"{most_bytes:,}"
    )
    hint = say(
        "divide it, or take out what is no text; MANUSCRIPT_BYTES and EDITION_BYTES say what is the most"
    )
    return Finding("too-large", str(path), message, hint, line=1, column=1)


MOST_BYTES = 100_000_000
"""The most bytes of a picture, or of any other file in content/ or the theme."""


def huge(path: Path, size: int) -> Finding | None:
    """Return what to tell of the file at `path`, which has `size` bytes, where these are more than MOST_BYTES."""
    if size <= MOST_BYTES:
        return None
    message = say(
        "this file has %(size)s bytes, and %(most)s are the most", size=f"{size:,}", most=f"{MOST_BYTES:,}"
    )
    return Finding("too-large", str(path), message, say("make it smaller, or take it out of content/"))
