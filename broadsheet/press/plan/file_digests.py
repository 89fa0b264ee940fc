"""Digests of the files in content/: they tell a file with new bytes from one that only has a new age."""

from hashlib import blake2b
from itertools import chain

from broadsheet.files.quick_files import read
from broadsheet.files.text_rows import joined, paired, parted
from broadsheet.press.files.digest import digest

Digests = tuple[tuple[str, str], ...]
"""Paths below content/ with the digests of the files' bytes."""


def file_digest(path: str) -> str:
    """Return the digest of the bytes of the file at `path`."""
    return blake2b(read(path), digest_size=16).hexdigest()


def edition_fingerprint(digests: Digests, shared: Digests) -> str:
    """Return the digest of an edition: of its files, and of the pictures that it shows from outside its folder."""
    return digest(part for pair in (*digests, ("", ""), *shared) for part in pair)


def packed_digests(digests: Digests) -> bytes:
    """Return digests as bytes."""
    return joined(chain.from_iterable(digests))


def unpacked_digests(data: bytes) -> Digests:
    """Return the digests that `packed_digests` packed into `data`."""
    return paired(parted(data))
