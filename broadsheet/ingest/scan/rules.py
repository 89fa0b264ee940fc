"""The rules in a picture of a page: long runs of dark pixels, thin and straight, that are no part of letters."""

from collections.abc import Iterator, Sequence

import cv2
import numpy as np
from PIL import Image

from broadsheet.model.marks import Frame

_LONG = 0.04  # of the shorter side of the page
_THIN = 0.004


def rules_of(picture: Image.Image, text: Sequence[Frame]) -> tuple[Frame, ...]:
    """Return the rules of `picture` in pixels; what lies in the frames of `text` is a stroke of a letter."""
    grey = np.asarray(picture.convert("L"))
    _, dark = cv2.threshold(grey, 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    side = min(picture.size)
    long, thin = int(_LONG * side), _THIN * side
    found = [*_runs(dark, (long, 1)), *_runs(dark, (1, long))]
    return tuple(
        frame
        for frame in found
        if min(frame.width, frame.height) <= thin and not any(_is_in(frame, other) for other in text)
    )


def _runs(dark: cv2.typing.MatLike, shape: tuple[int, int]) -> Iterator[Frame]:
    """Yield the frames around what is dark and at least as wide and as high as `shape`."""
    runs = cv2.morphologyEx(dark, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, shape))
    _, _, places, _ = cv2.connectedComponentsWithStats(runs)
    for left, top, width, height, _ in places[1:]:
        yield Frame(float(left), float(top), float(left + width), float(top + height))


def _is_in(rule: Frame, text: Frame) -> bool:
    across, down = (rule.left + rule.right) / 2, (rule.top + rule.bottom) / 2
    return text.left <= across <= text.right and text.top <= down <= text.bottom
