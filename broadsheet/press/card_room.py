"""Where social cards are kept by what stands on them, so that one is drawn once and never again for the same words."""

from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import PIL

from broadsheet.press.article_views import SetArticle
from broadsheet.press.card_face import CardFace, card_face
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

    def card(self, name: str, article: SetArticle) -> tuple[bytes, str]:
        """Return an article's card for the paper `name`, or nothing and the characters that the face has not."""
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
                return b"", missing
            card = self._press.card(words)
            keep_sealed(card, kept)
        return card, ""

    @cached_property
    def _press(self) -> "CardPress":
        from broadsheet.press.card_drawing import CardPress  # noqa: PLC0415  lazy: the same

        return CardPress(self._face)


def card_room(paper: Paper, kept: Path) -> CardRoom | None:
    """Return the card room of a site, or None where it has no address that a card could have, or no face. Raises PressError."""
    face = card_face(paper.card_font, paper.default_lang) if paper.siteurl else None
    return CardRoom(face, kept) if face else None


@cache
def _way_of_making() -> str:
    """Return what decides over a card beside its words and its face: our code and Pillow."""
    code = (Path(__file__).with_name(name) for name in ("card_drawing.py", "card_lines.py"))
    return digest([*(file.read_bytes() for file in code), PIL.__version__])
