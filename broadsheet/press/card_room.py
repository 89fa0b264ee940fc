"""Where social cards are kept by what stands on them, so that one is drawn once and never again for the same words."""

from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import PIL

from broadsheet.model.finding import Finding, Severity
from broadsheet.press.article_views import SetArticle
from broadsheet.press.card_face import CardFace, card_face
from broadsheet.press.conf import PREVIEW_SETTINGS
from broadsheet.press.fingerprints import digest
from broadsheet.press.sealed_file import keep_sealed, read_sealed
from broadsheet.press.settings import Paper

if TYPE_CHECKING:
    from broadsheet.press.card_drawing import CardPress

_FOLDER = "cards"


class CardRoom:
    """Has the cards of articles, and keeps them below `kept`."""

    def __init__(self, face: CardFace, kept: Path) -> None:
        self._face = face
        self._kept = kept / _FOLDER

    def card(self, name: str, article: SetArticle) -> bytes | Finding:
        """Return an article's card for the paper `name`, or what to tell where the face has not all its characters."""
        galley, view = article.galley, article.view
        headline = (galley.label,) if view.headlines.supplied else view.headlines.lines
        foot = f"{view.edition.text}  {view.page.text}"
        face = (self._face.file, str(self._face.number), str(self._face.size))
        kept = self._kept / digest([name, foot, *face, _way_of_making(), *headline])
        card = read_sealed(kept)
        if card is None:
            from broadsheet.press.card_drawing import CardWords  # noqa: PLC0415  lazy: most editions have all cards

            words = CardWords(name, headline, foot)
            missing = self._press.missing(words)
            if missing:
                return _no_glyph(missing, galley.path)
            card = self._press.card(words)
            keep_sealed(card, kept)
        return card

    @cached_property
    def _press(self) -> "CardPress":
        from broadsheet.press.card_drawing import CardPress  # noqa: PLC0415  lazy: the same

        return CardPress(self._face)


def card_room(paper: Paper, kept: Path) -> CardRoom | None:
    """Return the card room of a site, or None where it has no address that a card could have, or no face. Raises PressError."""
    face = card_face(paper.card_font, paper.default_lang) if paper.siteurl else None
    return CardRoom(face, kept) if face else None


def _no_glyph(missing: str, path: str) -> Finding:
    return Finding(
        code="no-glyph",
        path=path,
        message=f"the face of social cards has not {missing}, so this article has no card",
        hint=f"name a font’s file that has it as CARD_FONT in {PREVIEW_SETTINGS}",
        severity=Severity.DOUBT,
    )


@cache
def _way_of_making() -> str:
    """Return what decides over a card beside its words and its face: our code and Pillow."""
    code = (Path(__file__).with_name(name) for name in ("card_drawing.py", "card_lines.py"))
    return digest([*(file.read_bytes() for file in code), PIL.__version__])
