"""The picture of a page, opened with care: a small file may unfold to gigabytes, or be another thing than its name says."""

import warnings
from pathlib import Path

import pypdfium2.raw as pdfium
from PIL import Image, ImageOps

from broadsheet.ingest.pdf.canvas import Canvas
from broadsheet.ingest.pdf.document import open_pdf, page_of
from broadsheet.ingest.pdf.process import RefusedError

_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP")
_PIXELS_MOST = 200_000_000  # a broadsheet page of 40 by 58 cm at 600 dots an inch has 130 million
_SIDE_MOST = 6000  # pixels of the longer side that recognition gets
_DOTS = 200 / 72  # pixels a point, of a PDF that holds no picture of the page
_DAMAGE = (OSError, SyntaxError, ValueError, TypeError, LookupError, EOFError, ArithmeticError)


def scan_at(path: Path) -> Image.Image:
    """Return the picture of the page at `path`, in colour or grey, upright, of no more pixels than recognition needs.

    Raises RefusedError for a file that is no picture of one page, or too large.
    """
    picture = _drawn(path) if path.suffix.lower() == ".pdf" else _opened(path)
    picture.thumbnail((_SIDE_MOST, _SIDE_MOST))
    return picture


def _opened(path: Path) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of size, which is measured here
            with Image.open(path, formats=_FORMATS) as image:
                return _page_in(image)
    except Image.DecompressionBombError as error:
        raise RefusedError("bad-scan", "the picture is too large") from error
    except _DAMAGE as error:
        raise RefusedError("bad-scan", f"this picture cannot be read: {error}") from error


def _page_in(image: Image.Image) -> Image.Image:
    """Return the page that an open file shows. Raises RefusedError for several pages, or a very large one."""
    if image.width * image.height > _PIXELS_MOST:
        raise RefusedError("bad-scan", f"the picture has {image.width:,} × {image.height:,} pixels")
    if getattr(image, "n_frames", 1) > 1:
        raise RefusedError("bad-scan", "the file holds several pictures, and a page has one")
    return ImageOps.exif_transpose(image).convert("RGB")


def _drawn(path: Path) -> Image.Image:
    """Return the first page of the PDF at `path`, drawn in as many pixels as its own picture has."""
    page = page_of(open_pdf(path), 1)
    canvas = Canvas.of(page)
    dots = [
        item.get_px_size()[0] / frame.width
        for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE])
        if (frame := canvas.frame_of(item)).width > canvas.width / 2
    ]
    scale = min(max(dots, default=_DOTS), _SIDE_MOST / max(canvas.width, canvas.height))
    image: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    return image
