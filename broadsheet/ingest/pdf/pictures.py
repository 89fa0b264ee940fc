"""The pictures of a page, each in a file with all its pixels, and the page itself as a picture."""

from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium
from PIL import Image, ImageFile, ImageOps
from pypdfium2 import PdfiumError

from broadsheet.ingest.pdf.canvas import Canvas
from broadsheet.ingest.pdf.process import PAGE_PICTURE
from broadsheet.model.marks import Frame, Picture

_PAGE_SIDE = 2400  # pixels of the longer side of the page's picture
_PAGE_QUALITY = 70
_PAGE_METHOD = 2  # of libwebp: takes half the time of its usual 4, for 2.5 % more bytes
_QUALITY = 92
_WEBP_SIDE = 16_383  # pixels; the format has no more
_WEBP_PIXELS = 30_000_000  # its encoder takes twenty times as many bytes
_LEAST = 24.0  # points; a smaller picture is a mark
_TILTED_LEAST = 1.0  # points by which a side of the picture leaves its line
_DRAWN_MOST = 4000.0  # points; a broadsheet page has 1,650
_OPAQUE = 255
_PIXELS_MOST = 120_000_000
_AS_IT_IS = {"RGB": ".jpg", "L": ".jpg"}  # a JPEG of such colours is shown alike everywhere


def picture_of(item: Any, canvas: Canvas, folder: Path, number: int) -> Picture | None:
    """Write the picture `item` into `folder`, and return it; None where print shows nothing of it.

    A JPEG stays as it is. Other formats, JPEGs for print in four colours and pictures with a mask become WebP.
    """
    whole = canvas.frame_of(item)
    frame = Frame(
        max(whole.left, 0.0),
        max(whole.top, 0.0),
        min(whole.right, canvas.width),
        min(whole.bottom, canvas.height),
    )
    if min(frame.width, frame.height) < _LEAST:
        return None
    return Picture(frame, _written(item, folder / f"photo-{number}"))


def _written(item: Any, stem: Path) -> str:
    """Write the data of a picture, and return the file's name; an empty one where PDFium cannot decode them."""
    width, height = item.get_px_size()
    if not 0 < width * height <= _PIXELS_MOST:
        return ""
    try:
        if item.get_filters() == ["DCTDecode"]:
            stem.with_suffix(".jpg").write_bytes(bytes(item.get_data()))
            with Image.open(stem.with_suffix(".jpg")) as image:
                if image.mode in _AS_IT_IS and not _is_masked(item):
                    return f"{stem.name}.jpg"
        image = item.get_bitmap(render=_is_masked(item), scale_to_original=True).to_pil()
        image = image.convert("RGB" if image.mode not in {"L", "RGBA"} else image.mode)
        return _saved(image, stem)
    except (PdfiumError, OSError):
        return ""


def _is_masked(item: Any) -> bool:
    """Say whether print shows only parts of a picture: it is transparent, or has a mask (ISO 32000-2, 8.9.6 and 11.6.5).

    PDFium does not tell masks, but draws with them: here a pixel for each point of the page. Of a tilted picture it
    would draw empty corners too.
    """
    if pdfium.FPDFPageObj_HasTransparency(item.raw):
        return True
    a, b, c, d, *_ = map(abs, item.get_matrix().get())
    upright, lying = max(a, d), max(b, c)
    if min(upright, lying) > _TILTED_LEAST or max(upright, lying) > _DRAWN_MOST:
        return False
    drawn = item.get_bitmap(render=True, scale_to_original=False).to_pil()
    return bool(drawn.mode == "RGBA" and drawn.getchannel("A").getextrema()[0] < _OPAQUE)


def _saved(image: Image.Image, stem: Path) -> str:
    """Write a picture as WebP, or as PNG where it is too large for that, and return the file's name."""
    form = ".webp" if max(image.size) <= _WEBP_SIDE and image.width * image.height <= _WEBP_PIXELS else ".png"
    image.save(stem.with_suffix(form), quality=_QUALITY)
    return f"{stem.name}{form}"


def draw_page(page: Any, canvas: Canvas, folder: Path) -> None:
    """Write the picture of the whole page into `folder`."""
    scale = _PAGE_SIDE / max(canvas.width, canvas.height)
    save_page(page.render(scale=scale).to_pil().convert("RGB"), folder)


def save_page(picture: Image.Image, folder: Path) -> None:
    """Write the picture of a page into `folder`, in the size that readers get."""
    ImageFile.MAXBLOCK = _PAGE_SIDE * _PAGE_SIDE
    shown = ImageOps.contain(picture, (_PAGE_SIDE, _PAGE_SIDE)) if max(picture.size) > _PAGE_SIDE else picture
    shown.save(folder / PAGE_PICTURE, quality=_PAGE_QUALITY, method=_PAGE_METHOD)
