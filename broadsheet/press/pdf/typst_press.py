"""Typst, which measures pieces and sets leaves: an optional package, since few papers need it.

Source: https://typst.app/docs/, in Python as the package `typst`.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

import msgspec
import typst

from broadsheet.press.pdf.edition_data import EditionData
from broadsheet.press.pdf.leaf_plan import FrameEnd, Plan
from broadsheet.press.pdf.shapes import Measures
from broadsheet.press.share_images.face import Face

_TEMPLATES = ("pieces.typ", "measure.typ", "edition.typ")
_WEIGHTS = ("Regular", "Bold")


class TypstPress:
    """Sets one edition in the folder `workshop`, which holds the templates of the folder `theme`, stories and pictures."""

    def __init__(self, workshop: Path, theme: Path, face: Face, pictures: Mapping[str, bytes]) -> None:
        self._workshop = workshop
        for name in _TEMPLATES:
            (workshop / name).write_bytes((theme / name).read_bytes())
        for name, data in pictures.items():
            file = workshop / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        fonts = _fonts(workshop / "fonts", face)
        self._typeface = next(
            font.family for font in fonts.fonts() if font.path and font.index == face.number
        )
        self._compiler = typst.Compiler(root=workshop, font_paths=fonts)

    def measured(self, edition: EditionData) -> list[Measures]:
        """Return the measures of the stories of `edition`. Raises TypstError."""
        data = msgspec.to_builtins(edition) | {"typeface": self._typeface}
        (self._workshop / "stories.json").write_bytes(msgspec.json.encode(data))
        self._compiler.compile(self._workshop / "measure.typ")
        return msgspec.convert(self._found("<measure>"), list[Measures])

    def set(self, plan: Plan) -> tuple[bytes, list[FrameEnd]]:
        """Return the PDF of the make-up `plan`, and where the text of its frames ends. Raises TypstError."""
        (self._workshop / "plan.json").write_bytes(msgspec.json.encode(plan))
        pdf = self._compiler.compile(self._workshop / "edition.typ", pdf_standards="ua-1", timestamp=0)
        return cast("bytes", pdf), msgspec.convert(self._found("<at>"), list[FrameEnd])

    def _found(self, label: str) -> list[Any]:
        found: list[Any] = msgspec.json.decode(self._compiler.query(label, field="value"))
        return found


def _fonts(folder: Path, face: Face) -> typst.Fonts:
    """Return the typeface `face` in its weights, from `folder`: Typst takes only whole folders of fonts."""
    folder.mkdir()
    file = Path(face.file)
    for weight in _WEIGHTS:
        other = file.with_name(file.name.replace(_WEIGHTS[1], weight))
        if other.is_file():
            (folder / other.name).symlink_to(other)
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder])
