"""The pictures of a page in a PDF: where they stand, and in which format each is kept."""

import io
from pathlib import Path

import pytest
from PIL import Image

from broadsheet.ingest.pdf.document import open_pdf, page_of
from broadsheet.ingest.pdf.page import read_page
from tests.ingest.pdf.hand_made import of_stream
from tests.ingest.pdf.marks import Box, box, shown

WORD = "BT /F 20 Tf 40 350 Td (Ab) Tj ET"
AT = "100 0 0 50 40 100"  # 100 by 50 points, its lower left corner at (40, 100)
SPACES = {"RGB": "RGB", "L": "Gray", "CMYK": "CMYK"}


def image(data: bytes, wide: int, high: int, *, space: str = "RGB", bits: int = 8, more: str = "") -> str:
    keys = f"/Width {wide} /Height {high} /BitsPerComponent {bits} /ColorSpace /Device{space} {more}"
    head = f"<</Type /XObject /Subtype /Image {keys} /Length {len(data)}>>"
    return f"{head}\nstream\n{data.decode('latin-1')}\nendstream"


def jpeg(mode: str = "RGB") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (60, 40)).save(out, "JPEG")
    return out.getvalue()


def photo(mode: str = "RGB") -> str:
    return image(jpeg(mode), 60, 40, space=SPACES[mode], more="/Filter /DCTDecode")


MASK = image(b"\x00\xff\x80\x00", 2, 2, space="Gray")
OPAQUE = image(b"\xff" * 4, 2, 2, space="Gray")
STENCIL = "<</Type /XObject /Subtype /Image /Width 8 /Height 2 /ImageMask true /BitsPerComponent 1 /Length 2>>\nstream\n\x0f\xf0\nendstream"


def masked(picture: str, entry: str = "/SMask 7 0 R") -> str:
    return picture.replace("/ColorSpace", f"{entry} /ColorSpace")


def page_with(picture: str, at: str = AT, keys: str = "", mask: str = "null") -> bytes:
    code = f"{WORD} q {at} cm /X Do Q"
    return of_stream(code, picture, mask, resources="/XObject <</X 6 0 R>>", keys=keys)


KEPT = {
    "a photo": (photo(), "photo-1.jpg", "JPEG", "RGB", (60, 40)),
    "a photo in grey": (photo("L"), "photo-1.jpg", "JPEG", "L", (60, 40)),
    "a photo in four colours": (photo("CMYK"), "photo-1.webp", "WEBP", "RGB", (60, 40)),
    "a drawing": (image(bytes(range(12)), 2, 2), "photo-1.webp", "WEBP", "RGB", (2, 2)),
    "the widest of WebP": (
        image(b"\x0f" * 2048, 16_383, 1, space="Gray", bits=1),
        "photo-1.webp",
        "WEBP",
        "RGB",
        (16_383, 1),
    ),
    "one too wide for WebP": (
        image(b"\x0f" * 2048, 16_384, 1, space="Gray", bits=1),
        "photo-1.png",
        "PNG",
        "L",
        (16_384, 1),
    ),
}


@pytest.mark.parametrize(("picture", "name", "form", "mode", "size"), KEPT.values(), ids=KEPT.keys())
def test_a_picture_keeps_its_pixels(
    picture: str, name: str, form: str, mode: str, size: tuple[int, int]
) -> None:
    found = shown(page_with(picture))
    assert [one.file for one in found.marks.pictures] == [name]
    with Image.open(io.BytesIO(found.files[name])) as kept:
        assert (kept.format, kept.mode, kept.size) == (form, mode, size)


def test_a_photo_that_browsers_show_is_kept_byte_for_byte() -> None:
    assert shown(page_with(photo())).files == {"photo-1.jpg": jpeg()}


DRAWING = image(bytes(range(12)), 2, 2)
MASKED = {
    "a photo with a soft mask": (masked(photo()), MASK, AT, "photo-1.webp", "RGBA"),
    "a photo in grey with a soft mask": (masked(photo("L")), MASK, AT, "photo-1.webp", "RGBA"),
    "a photo with a stencil": (masked(photo(), "/Mask 7 0 R"), STENCIL, AT, "photo-1.webp", "RGBA"),
    "a drawing with a soft mask": (masked(DRAWING), MASK, AT, "photo-1.webp", "RGBA"),
    "a mask that hides nothing": (masked(photo()), OPAQUE, AT, "photo-1.jpg", "RGB"),
    "between two points of the page": (photo(), "null", "100.3 0 0 49.7 40.2 100.7", "photo-1.jpg", "RGB"),
    "tilted": (photo(), "null", "100 9 -9 50 40 100", "photo-1.jpg", "RGB"),
    "turned": (photo(), "null", "0 100 -50 0 140 100", "photo-1.jpg", "RGB"),
    "turned with a soft mask": (masked(photo()), MASK, "0 100 -50 0 140 100", "photo-1.webp", "RGBA"),
}


@pytest.mark.parametrize(("picture", "mask", "at", "name", "mode"), MASKED.values(), ids=MASKED.keys())
def test_what_a_mask_hides_of_a_picture_stays_hidden(
    picture: str, mask: str, at: str, name: str, mode: str
) -> None:
    found = shown(page_with(picture, at, mask=mask))
    with Image.open(io.BytesIO(found.files[name])) as kept:
        assert kept.mode == mode
        assert mode == "RGB" or kept.getchannel("A").getextrema()[0] == 0


def test_a_drawing_keeps_its_colours() -> None:
    found = shown(page_with(image(bytes((200, 40, 10)) * 64, 8, 8)))
    with Image.open(io.BytesIO(found.files["photo-1.webp"])) as kept:
        red, green, blue = kept.convert("RGB").getpixel((4, 4))  # type: ignore[misc]  # three bands
    assert max(abs(red - 200), abs(green - 40), abs(blue - 10)) < 8


def test_a_picture_that_cannot_be_decoded_has_its_place_and_no_file() -> None:
    found = shown(page_with(image(b"no photo", 60, 40, more="/Filter /DCTDecode")))
    assert [(box(one.frame), one.file) for one in found.marks.pictures] == [((40, 250, 140, 300), "")]


PLACES: dict[str, tuple[str, list[Box]]] = {
    "inside": (AT, [(40, 250, 140, 300)]),
    "as low as a picture may be": ("100 0 0 24 40 100", [(40, 276, 140, 300)]),
    "too low": ("100 0 0 23 40 100", []),
    "too narrow": ("23 0 0 100 40 100", []),
    "over the lower left edge": ("100 0 0 100 -30 -40", [(0, 340, 70, 400)]),
    "over the upper right edge": ("100 0 0 100 350 350", [(350, 0, 400, 50)]),
    "hardly on the page": ("100 0 0 100 390 350", []),
}


@pytest.mark.parametrize(("at", "places"), PLACES.values(), ids=PLACES.keys())
def test_a_picture_stands_where_the_page_shows_it(at: str, places: list[Box]) -> None:
    assert [box(one.frame) for one in shown(page_with(photo(), at)).marks.pictures] == places


def test_pictures_are_numbered_as_they_are_drawn() -> None:
    code = f"{WORD} q {AT} cm /X Do Q q 100 0 0 50 200 300 cm /X Do Q"
    found = shown(of_stream(code, photo(), resources="/XObject <</X 6 0 R>>"))
    assert [(one.file, box(one.frame)) for one in found.marks.pictures] == [
        ("photo-1.jpg", (40, 250, 140, 300)),
        ("photo-2.jpg", (200, 50, 300, 100)),
    ]


SIZES = {
    "square": ("", (2400, 2400)),
    "turned, and cropped to a strip": ("/CropBox [0 300 400 400] /Rotate 90", (600, 2400)),
}


@pytest.mark.parametrize(("keys", "size"), SIZES.values(), ids=SIZES.keys())
def test_the_page_itself_is_a_picture(tmp_path: Path, keys: str, size: tuple[int, int]) -> None:
    file = tmp_path / "01.pdf"
    file.write_bytes(page_with(photo(), keys=keys))
    read_page(page_of(open_pdf(file), 1), tmp_path)
    with Image.open(tmp_path / "page.webp") as kept:
        assert (kept.format, kept.mode, kept.size) == ("WEBP", "RGB", size)
        assert kept.convert("L").getextrema() == (0, 255)
