"""The cache of share images: an image is drawn once for the same words, typeface and drawing code."""

from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import PIL

from broadsheet.model.finding import Finding
from broadsheet.press.files.digest import digest
from broadsheet.press.files.sealed_file import keep_sealed, read_sealed
from broadsheet.press.paper.settings import Paper
from broadsheet.press.share_images.face import Face, face_of, no_glyph
from broadsheet.press.share_images.words import ShareImageWords

if TYPE_CHECKING:
    from broadsheet.press.share_images.drawing import ShareImagePress

_FOLDER = "share-images"


class ShareImageCache:
    """Gives the share images of printed pages in `face`, and caches them as files below the folder `kept`."""

    def __init__(self, face: Face, kept: Path) -> None:
        self._face = face
        self._kept = kept / _FOLDER

    def image(self, words: ShareImageWords, path: str) -> bytes | Finding:
        """Return the bytes of the PNG file for `words`, or a doubt where the typeface lacks one of their characters.

        `path` is that of the edition's folder, which the doubt names.
        """
        face = (self._face.file, str(self._face.number), str(self._face.size))
        kept = self._kept / digest(
            [*face, _drawing_version(), words.name, words.foot, *words.headline, "", *words.others]
        )
        image = read_sealed(kept)
        if image is None:
            missing = self._press.missing(words)
            if missing:
                message = f"the typeface of share images lacks {missing}, so its page has none"
                return no_glyph(path, message)
            image = self._press.image(words)
            keep_sealed(image, kept)
        return image

    @cached_property
    def _press(self) -> "ShareImagePress":
        from broadsheet.press.share_images.drawing import ShareImagePress  # noqa: PLC0415  lazy: Pillow's fonts

        return ShareImagePress(self._face)


def share_image_cache(paper: Paper, kept: Path) -> ShareImageCache | None:
    """Return the cache of a site's share images below `kept`; None for a site without SITEURL or a typeface.

    Raises PressError where CARD_FONT names a file that is not there.
    """
    face = face_of(paper.card_font, paper.default_lang) if paper.siteurl else None
    return ShareImageCache(face, kept) if face else None


@cache
def _drawing_version() -> str:
    """Return the digest of what decides the pixels besides words and typeface: drawing code and Pillow's version."""
    code = (Path(__file__).with_name(name) for name in ("drawing.py", "glyphs.py", "lines.py"))
    return digest([*(file.read_bytes() for file in code), PIL.__version__])
