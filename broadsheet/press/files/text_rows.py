"""Rows of text as bytes: what a build reads that finds nothing changed, without loading what unpacks the rest.

Each ends in NUL, which no path of a file holds.
"""

from collections.abc import Iterable

_END = "\0"


def joined(texts: Iterable[str]) -> bytes:
    """Return `texts` as bytes."""
    return _END.join((*texts, "")).encode()


def parted(data: bytes) -> list[str]:
    """Return the texts that `joined` made into `data`."""
    return data.decode().split(_END)[:-1]


def paired(texts: list[str]) -> tuple[tuple[str, str], ...]:
    """Return `texts` two by two. Raises ValueError where one is left over."""
    return tuple(zip(texts[::2], texts[1::2], strict=True))
