"""The covers of a paper's EPUBs: what stands on them, and doubts where one cannot be drawn."""

from collections.abc import Iterator

from broadsheet.model.finding import Finding
from broadsheet.press.edition.article_cards import headline_label
from broadsheet.press.epub.cover_drawing import CoverPress, CoverWords
from broadsheet.press.paper.settings import Paper
from broadsheet.press.share_images.face import face_of, no_face, no_glyph
from broadsheet.press.views.edition import WholeView

_NO_FACE = no_face("no-cover-face", "EPUBs get no covers")


class Covers:
    """Draws the covers of `paper`. Raises PressError where CARD_FONT names a file that is not there.

    `doubts` is empty where this machine has a typeface for them.
    """

    def __init__(self, paper: Paper) -> None:
        face = face_of(paper.card_font, paper.default_lang)
        self._paper = paper
        self._press = CoverPress(face) if face else None
        self.doubts = () if face else (_NO_FACE,)

    def cover(self, whole: WholeView, source: str) -> bytes | Finding | None:
        """Return the cover of an edition as the bytes of a PNG file, None without a typeface, or a doubt.

        The doubt says which characters the typeface lacks; `source` is the edition's folder, which it names.
        """
        if self._press is None:
            return None
        words = _words(whole, self._paper)
        missing = self._press.missing(words)
        if missing:
            message = f"the typeface of covers lacks {missing}, so the EPUB of this edition has none"
            return no_glyph(source, message)
        return self._press.image(words)


def _words(whole: WholeView, paper: Paper) -> CoverWords:
    masthead, lead = whole.masthead, whole.pages[0].articles[0].headlines
    return CoverWords(
        name=paper.sitename,
        dates="  ".join((*masthead.dates, *((masthead.number,) if masthead.number else ()))),
        kicker=lead.kicker,
        headline=(headline_label(lead, paper),) if lead.supplied else lead.lines,
        deck=lead.deck,
        others=tuple(_other_headlines(whole, paper)),
    )


def _other_headlines(whole: WholeView, paper: Paper) -> Iterator[tuple[str, str]]:
    """Yield the headlines of the front page below its lead, then that of each further page's first article.

    Each has the number of its page, the front page's once.
    """
    first, *others = whole.pages
    for number, article in enumerate(first.articles[1:]):
        yield "" if number else first.page.number, headline_label(article.headlines, paper)
    for printed in others:
        yield printed.page.number, headline_label(printed.articles[0].headlines, paper)
