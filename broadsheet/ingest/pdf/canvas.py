"""Places in a PDF → places on the page as readers see it: turned, cropped, and counted from the top left corner."""

from typing import Any, NamedTuple

from pypdfium2 import PdfMatrix

from broadsheet.model.marks import Frame


def around(item: Any) -> PdfMatrix:
    """Return the matrix of the form in which a page object stands (ISO 32000-2, 8.10): that of nothing on the page itself."""
    matrix, form = PdfMatrix(), item.container
    while form is not None:
        matrix, form = matrix.multiply(form.get_matrix()), form.container
    return matrix


class Canvas(NamedTuple):
    """The part of a PDF page that readers see (its crop box), and how many quarter turns it is shown turned."""

    left: float
    bottom: float
    right: float
    top: float
    turned: int

    @classmethod
    def of(cls, page: Any) -> "Canvas":
        """Return the canvas of a page of PDFium: its crop box within its media box (ISO 32000-2, 14.11.2)."""
        media, crop = page.get_mediabox(), page.get_cropbox()
        left, bottom = max(media[0], crop[0]), max(media[1], crop[1])
        right, top = min(media[2], crop[2]), min(media[3], crop[3])
        if left >= right or bottom >= top:
            left, bottom, right, top = media
        return cls(left, bottom, right, top, page.get_rotation() // 90)

    @property
    def width(self) -> float:
        """How wide the page is shown."""
        return self.top - self.bottom if self.turned % 2 else self.right - self.left

    @property
    def height(self) -> float:
        """How high the page is shown."""
        return self.right - self.left if self.turned % 2 else self.top - self.bottom

    def point(self, x: float, y: float) -> tuple[float, float]:
        """Return the place of the PDF's point (x, y) on the page."""
        across, down = x - self.left, self.top - y
        wide, high = self.right - self.left, self.top - self.bottom
        return ((across, down), (high - down, across), (wide - across, high - down), (down, wide - across))[
            self.turned
        ]

    def frame(self, left: float, bottom: float, right: float, top: float) -> Frame:
        """Return the place of a rectangle of the PDF on the page."""
        (x0, y0), (x1, y1) = self.point(left, bottom), self.point(right, top)
        return Frame(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1))

    def frame_of(self, item: Any) -> Frame:
        """Return the place of a page object of PDFium on the page."""
        left, bottom, right, top = around(item).on_rect(*item.get_bounds())
        return self.frame(left, bottom, right, top)
