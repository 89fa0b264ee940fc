"""The rules by which its place shows what a line is: each returns the line as what it is, or None."""

import itertools
from collections.abc import Callable, Sequence
from typing import NamedTuple

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.text.terms import terms
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

BY_PLACE = "by-place"  # the opening of a line that may as well be another thing
_INTERVIEW = 6  # blocks from the first question to the second
_FIRST_BLOCKS = 3  # of a story
_SHARED = 0.15  # share of the words of a headline that the text below it has
_SHARED_LEAST = 2
_ELSEWHERE = frozenset({Role.FURNITURE, Role.CLOSING, Role.SOURCE_CREDIT, Role.TEASER})
_ABOVE_TEXT = frozenset({Role.BYLINE, Role.SOURCE_CREDIT})


class Place(NamedTuple):
    """A block between the one above it, as it was read, and those below it, as they were gathered.

    `byline_marks` are the marks with which bylines under headlines of the page begin, `item_marks` those with which headlines of
    its short items do.
    """

    block: Block
    above: Block | None
    below: Sequence[Block]
    lexicon: Lexicon
    byline_marks: frozenset[str]
    item_marks: frozenset[str]

    @property
    def display(self) -> bool:
        """Whether the block is a display line so far."""
        return self.block.kind is Kind.DISPLAY

    @property
    def under_headline(self) -> bool:
        """Whether a display line is right above."""
        return self.above is not None and self.above.kind is Kind.DISPLAY

    @property
    def under_text(self) -> bool:
        """Whether text is right above, a line that closes one, or the caption or credit of a photo beside it."""
        return self.above is not None and (
            self.above.kind in (Kind.PARAGRAPH, Kind.CAPTION)
            or self.above.role in (Role.CLOSING, Role.PHOTO_CREDIT)
            or self.above.opening == "signature"
        )

    @property
    def over_text(self) -> bool:
        """Whether a paragraph is right below, or below bylines and source credits."""
        rest = itertools.dropwhile(lambda block: block.role in _ABOVE_TEXT, self.below)
        return any(block.kind is Kind.PARAGRAPH for block in itertools.islice(rest, 1))

    @property
    def text_below(self) -> str:
        """The text down to the next display line."""
        return "\n".join(
            block.text for block in itertools.takewhile(lambda one: one.kind is not Kind.DISPLAY, self.below)
        )

    @property
    def story_below(self) -> str:
        """The first paragraphs below the next display lines and credits."""
        text = itertools.dropwhile(lambda block: block.kind is not Kind.PARAGRAPH, self.below)
        return "\n".join(block.text for block in itertools.islice(text, _FIRST_BLOCKS))

    def fits(self, *names: str) -> bool:
        """Return whether the block as a whole is one of the lexicon's words of these names."""
        return self.lexicon.fits(self.block.text, *names)


def _caption(place: Place) -> Block | None:
    """A line that begins with the mark of a caption (▲), and is no headline over a text."""
    heads = place.over_text and not place.under_headline
    return place.block.as_caption() if place.display and not heads and place.fits("picture_mark") else None


def _headline(place: Place) -> Block | None:
    """A mark and a word between two texts that is no person, or stands above a dateline: no reporter signs there.

    With the mark of the page's bylines it is one more, whose headline was lost; with that of its items, one more of these.
    """
    if place.block.role is Role.BYLINE and place.block.text[0] in place.item_marks and place.over_text:
        return place.block.as_display()
    reports = place.lexicon.mentions(place.block.text, "reporter")
    named = place.block.role is Role.BYLINE and place.fits("marked_name") and not reports
    if not named or place.under_headline:
        return None
    dated = bool(place.below) and place.below[0].opening == "dateline" and not place.block.pieces[0].sure
    strange = not terms(place.block.text) & terms(place.text_below)
    marks_names = place.block.text[0] in place.byline_marks or (strange and place.fits("marked_person"))
    other = place.over_text and not marks_names
    return place.block.as_display() if dated or other else None


def _over_headline(place: Place) -> Block | None:
    """A line in brackets over a headline: with no text above it, or with words of the story below only, it ends no text."""
    closing = place.block.role is Role.CLOSING and not place.block.pieces[0].sure
    bracketed = place.block.text[0] in "（("
    if not (closing and bracketed and place.below and place.below[0].kind is Kind.DISPLAY):
        return None
    own, above = terms(place.block.text), terms(place.above.text if place.above else "")
    shared = len(own & terms(place.story_below)) >= _SHARED_LEAST
    heads = not place.under_text or (shared and not own & above)
    return place.block.as_display() if heads else None


def _section(place: Place) -> Block | None:
    """The name of a section (书评) between a text and a headline: the kicker of that headline, where no folio line stands."""
    named = place.block.role is Role.FURNITURE and place.block.opening == "subhead"
    over = bool(place.below) and place.below[0].kind is Kind.DISPLAY
    return (
        place.block.as_display()
        if named and over and place.under_text and place.block.text.isalpha()
        else None
    )


def _over_its_text(place: Place) -> Block | None:
    """A line that reads as one of the page (…二维码) or as a closing line, right over a text with its words: its headline."""
    hinted = place.block.role in _ELSEWHERE and not place.block.pieces[0].sure
    if not hinted or place.under_headline or not (place.below and place.below[0].kind is Kind.PARAGRAPH):
        return None
    own, above = terms(place.block.text), terms(place.above.text if place.above else "")
    shared = own & terms(place.below[0].text)
    dated = place.below[0].opening == "dateline"
    least = 1 if dated else max(_SHARED_LEAST, _SHARED * len(own))
    return place.block.as_display() if len(shared) >= least and not shared & above else None


def _first_question(place: Place) -> Block | None:
    """The first question of an interview, under its headline or byline.

    The others stand alone between the answers, so another one must follow soon.
    """
    begins = place.under_headline or (place.above is not None and place.above.role is Role.BYLINE)
    if not (place.display and begins and place.over_text and place.fits("asks")):
        return None
    lone = [block for block in place.below[:_INTERVIEW] if len(block.lines) == 1]
    asked = any(place.lexicon.fits(block.text, "asks") for block in lone)
    return place.block.as_paragraph("turn") if asked else None


def _byline(place: Place) -> Block | None:
    """A name between a headline and its text.

    A pen name may be any word, so it is one only where the text has no word of it and the line above is a whole headline.
    """
    stands = place.display and place.under_headline and place.over_text
    if not stands or place.block.opening == "deck" or place.block.text[0] in place.item_marks:
        return None
    if place.fits("bare_name", "marked_name"):
        return place.block.as_label(Role.BYLINE, "")
    if place.fits("placed_name"):
        return place.block.as_label(Role.BYLINE, BY_PLACE)
    whole = place.above is not None and place.above.opening != "kicker"
    strange = not terms(place.block.text) & terms(place.text_below)
    return (
        place.block.as_label(Role.BYLINE, BY_PLACE) if whole and strange and place.fits("pen_name") else None
    )


def _closing_date(place: Place) -> Block | None:
    """A date under a text, with no text right below. Where nobody signs above it, it may as well be the page's."""
    open_ = place.display or (place.block.role is Role.FURNITURE and not place.block.pieces[0].sure)
    if not (open_ and _closes(place) and place.fits("closing_date")) or place.above is None:
        return None
    return place.block.as_label(Role.CLOSING, BY_PLACE if place.above.kind is Kind.PARAGRAPH else "")


def _signature(place: Place) -> Block | None:
    """A name under a text, or a body that signs it, with no text right below."""
    if not (place.display and _closes(place)):
        return None
    if place.fits("bare_name"):
        by_photo = place.above is not None and place.above.kind is Kind.CAPTION
        return None if by_photo else place.block.as_label(Role.BYLINE, "signature")
    opening = BY_PLACE if place.fits("editors") else ""  # 夜班编辑部 may as well name a column
    return place.block.as_label(Role.CLOSING, opening) if place.fits("sender") else None


def _editors(place: Place) -> Block | None:
    """An editors' office under a text, with no text right below: it signs a notice, and wrote no story."""
    signs = place.block.role is Role.BYLINE and place.fits("editors") and place.under_text and _closes(place)
    return place.block.as_label(Role.CLOSING, "") if signs else None


def _imprint(place: Place) -> Block | None:
    """How to reach the paper: a line below another one of the imprint that elsewhere closes a text (电话：)."""
    reach = place.block.role is Role.CLOSING and place.fits("reach") and not place.block.pieces[0].sure
    below = place.above is not None and place.above.role is Role.FURNITURE
    return place.block.as_label(Role.FURNITURE, "") if reach and below else None


def _closes(place: Place) -> bool:
    return place.under_text and not (place.below and place.below[0].kind is Kind.PARAGRAPH)


RULES: tuple[Callable[[Place], Block | None], ...] = (
    _caption,
    _headline,
    _over_headline,
    _section,
    _over_its_text,
    _first_question,
    _byline,
    _closing_date,
    _signature,
    _editors,
    _imprint,
)
