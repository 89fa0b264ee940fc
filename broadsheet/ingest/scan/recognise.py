"""A picture → its lines of characters, by RapidOCR 3 (https://github.com/RapidAI/RapidOCR), whose models are in its wheel."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np
from PIL import Image
from rapidocr import RapidOCR

from broadsheet.model.marks import Frame

_DETECTED = 4000  # pixels of the longer side in which lines are looked for
_HALF_SURE = 0.9  # the score that is taken for half sure: even mistaken characters have scores near 1
_SETTINGS = {
    "Global.log_level": "critical",
    "Global.text_score": 0.0,  # a line is never dropped because it is hard to read
    "Global.max_side_len": 100_000,  # the picture comes in the size in which it is to be read
    "Global.use_cls": False,  # a page is upright
    "Det.limit_type": "max",
    "Det.limit_side_len": _DETECTED,
}


class Letter(NamedTuple):
    """A character of a line, its place in pixels, and how sure the recognition was of it, from 0 to 1."""

    char: str
    frame: Frame
    sure: float


class ReadLine(NamedTuple):
    """A line of text: its place in pixels, and its characters, without spaces at its ends."""

    frame: Frame
    letters: tuple[Letter, ...]


def recognise(picture: Image.Image) -> list[ReadLine]:
    """Return the lines of text in `picture`, from the top down."""
    pixels = np.asarray(picture)[:, :, ::-1]  # blue before green before red, as OpenCV has it
    found: Any = RapidOCR(params=_SETTINGS)(pixels, return_word_box=True, return_single_char_box=True)
    if found.boxes is None:
        return []
    lines = zip(found.boxes, found.txts, found.word_results, strict=True)
    return [line for box, text, parts in lines if (line := _line(box, text, parts)) is not None]


def _line(box: Any, text: str, parts: Any) -> ReadLine | None:
    letters = tuple(_letters(text.strip(), [letter for part in parts for letter in _cut(*part)]))
    return ReadLine(_around(box), letters) if letters else None


def _cut(text: str, score: float, box: Any) -> Iterator[Letter]:
    """Yield the characters of a part of a line; those of a word that came in one piece are equally wide."""
    frame, sure = _around(box), min(max((score - _HALF_SURE) / (1 - _HALF_SURE) / 2 + 0.5, 0.0), 1.0)
    step = frame.width / max(len(text), 1)
    for n, char in enumerate(text):
        place = frame._replace(left=frame.left + n * step, right=frame.left + (n + 1) * step)
        yield Letter(char, place, sure)


def _letters(text: str, letters: list[Letter]) -> Iterator[Letter]:
    """Yield the characters of a line with its spaces, which come without a place."""
    inked = iter([letter for letter in letters if letter.char.strip()])
    last: Letter | None = None
    for char in text:
        if char.strip():
            last = next(inked, last)
            if last is not None:
                yield last._replace(char=char)
        elif last is not None:
            yield Letter(" ", last.frame._replace(left=last.frame.right), 1.0)


def _around(box: Any) -> Frame:
    across, down = np.asarray(box, dtype=float).T
    return Frame(float(across.min()), float(down.min()), float(across.max()), float(down.max()))
