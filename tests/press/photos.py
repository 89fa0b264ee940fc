"""Photos made for tests: every pixel of its own colour, so that nothing takes them for line art."""

import io
import struct
from typing import Any

from PIL import Image

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"><path d="M0 0h30v20H0z"/></svg>'


def pixels(width: int, height: int) -> Image.Image:
    """A surface of colours that run into each other."""
    reds = Image.linear_gradient("L").resize((width, height))
    greens = Image.radial_gradient("L").resize((width, height))
    return Image.merge("RGB", (reds, greens, reds.rotate(180)))


def photo(width: int, height: int, kind: str = "JPEG", **settings: Any) -> bytes:
    return saved(pixels(width, height), kind, **settings)


def line_art(width: int, height: int, ink: int = 0) -> bytes:
    image = Image.new("L", (width, height), 255)
    image.paste(ink, (width // 4, height // 4, width // 2, height // 2))
    return saved(image, "PNG")


def saved(image: Image.Image, kind: str, **settings: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **settings)
    return buffer.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def iim(*records: tuple[int, bytes]) -> bytes:
    """The segment of a JPEG in which agencies keep a photo's words: 80 byline, 110 credit, 120 caption."""
    data = b"".join(struct.pack(">BBBH", 0x1C, 2, number, len(text)) + text for number, text in records)
    block = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00" + struct.pack(">I", len(data)) + data
    return b"\xff\xed" + struct.pack(">H", len(block) + 2) + block
