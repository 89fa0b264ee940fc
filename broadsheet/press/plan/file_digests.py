"""Digests of the files in content/: they tell a build whose bytes are others, whatever the files' age says."""

from hashlib import blake2b
from itertools import chain

from broadsheet.press.files.digest import digest
from broadsheet.press.files.quick_files import read
from broadsheet.press.files.text_rows import joined, paired, parted

Digests = tuple[tuple[str, str], ...]
"""Files' paths below content/ with the digests of their bytes."""


def file_digest(path: str) -> str:
    """Return the digest of a file's bytes."""
    return blake2b(read(path), digest_size=16).hexdigest()


def edition_fingerprint(digests: Digests, shared: Digests) -> str:
    """Return the fingerprint of an edition: of its own files and of pictures that it has from elsewhere."""
    return digest(part for pair in (*digests, ("", ""), *shared) for part in pair)


def packed_digests(digests: Digests) -> bytes:
    """Return digests as bytes."""
    return joined(chain.from_iterable(digests))


def unpacked_digests(data: bytes) -> Digests:
    """Return the digests that `packed_digests` made into `data`."""
    return paired(parted(data))
