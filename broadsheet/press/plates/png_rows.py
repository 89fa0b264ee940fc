"""Whether a PNG holds all its rows. Pillow leaves black what is missing, where the compressed data end properly."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_AT_ONCE = 1 << 20  # bytes to unpack at a time, since a small file may unfold to gigabytes
_SAMPLES = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # of a pixel, by colour type

# The passes of an interlaced picture (Adam7): the first column and row of each, and its steps.
_ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))
_PLAIN = ((0, 0, 1, 1),)


def check_rows(path: Path) -> None:
    """Raise ValueError where the PNG at `path`, whose header is sound, ends before its last row; zlib.error where it is damaged.

    Source: PNG Specification (Third Edition), sections 8.1 (passes), 9.2 and 10.1 (a filter byte opens each row).
    """
    with path.open("rb") as file:
        file.seek(16)  # behind the signature, and the length and name of the header
        width, height, depth, colour, _, _, interlaced = struct.unpack(">IIBBBBB", file.read(13))
        file.seek(4, 1)
        bits = depth * _SAMPLES[colour]
        missing = sum(
            rows * (1 + (columns * bits + 7) // 8)
            for columns, rows in _passes(width, height, _ADAM7 if interlaced else _PLAIN)
            if columns
        )
        unpacker = zlib.decompressobj()
        for packed in _image_data(file):
            data = packed
            while data and missing > 0:
                missing -= len(unpacker.decompress(data, _AT_ONCE))
                data = unpacker.unconsumed_tail
        if missing > 0 and missing > len(unpacker.flush()):  # the end of what was unpacked may wait there
            raise ValueError("its last rows are missing")


def _passes(
    width: int, height: int, passes: tuple[tuple[int, int, int, int], ...]
) -> Iterator[tuple[int, int]]:
    """Yield the columns and rows of each pass."""
    for left, top, across, down in passes:
        yield (width - left + across - 1) // across, (height - top + down - 1) // down


def _image_data(file: BinaryIO) -> Iterator[bytes]:
    """Yield the data of the chunks IDAT that follow. Raises ValueError for a wrong checksum, and where the last chunk is missing."""
    while len(head := file.read(8)) == 8:
        length, name = struct.unpack(">I4s", head)
        if name == b"IEND":
            return
        if name != b"IDAT":
            file.seek(length + 4, 1)
            continue
        data = file.read(length)
        yield data
        if file.read(4) != struct.pack(">I", zlib.crc32(data, zlib.crc32(name))) and len(data) == length:
            raise ValueError("a part of it is damaged")
    raise ValueError("its end is missing")
