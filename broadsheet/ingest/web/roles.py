"""What each run of a web article is: the first rule that fits decides, and what no rule knows is furniture."""

import re
from collections.abc import Callable
from typing import NamedTuple

from broadsheet.ingest.web.article import in_block, is_furniture
from broadsheet.ingest.web.runs import Element, Run
from broadsheet.lexicon import web_pages as web
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ENDS = "。！？；，…"
_SENTENCE = re.compile(r"[，。！？；]")
_LEAD_LEAST = 30  # characters of a paragraph that stands apart from the others
NO_RULE = "no rule"
_SUBHEAD_MOST = 40
_CAPTION_MOST = 80
_BARE_CAPTION_MOST = 36
_MUCH_LONGER = 2  # times as long as a caption are paragraphs, where only its place gives a caption away
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_SMALL = re.compile(r"font-size\s*:\s*(?:[5-9](?:\.\d+)?pt|(?:[5-9]|1[0-2])px|small|x-small)", re.IGNORECASE)


class Seen(NamedTuple):
    """A run with what its rules ask of its surroundings.

    `inside` is the number of the block that the article fills; `stacked` says that only the headline's own lines
    stand between it and this run, `opened` that text has begun, `pictured` that a picture stands right before.
    `usual` is the length of the article's middle paragraph.
    """

    run: Run
    text: str
    lexicon: Lexicon
    inside: int
    frame: int
    stacked: bool
    opened: bool
    pictured: bool
    usual: float

    @property
    def in_block(self) -> bool:
        """Whether the run stands in the article's block."""
        return in_block(self.run, self.inside)

    @property
    def near(self) -> tuple[Element, ...]:
        """The elements that are about this run and little more."""
        return (*self.run.inner, *self.run.path[:2])

    def called(self, words: frozenset[str]) -> bool:
        """Whether the markup calls the run one of `words`."""
        return any(element.words & words for element in self.near)

    def says(self, name: str) -> bool:
        """Whether the lexicon knows the whole line as a `name`."""
        patterns = self.lexicon.lines[name]
        return any(pattern.fullmatch(self.text) for pattern in (*patterns.sure, *patterns.hint))


def furniture(seen: Seen) -> bool:
    """Menus, share bars, lists of links: called so by the markup, or all link and no sentence, or known by its words."""
    run = seen.run
    only_link = run.linked == run.ink and not _SENTENCE.search(seen.text) and not _names_writer(seen)
    named = is_furniture(run, seen.inside if seen.in_block else seen.frame)
    return named or only_link or bool(web.LINES_OF_PAGE.fullmatch(seen.text)) or seen.says("folio")


def info(seen: Seen) -> bool:
    """The line between headline and text that holds the day, the source and the writer."""
    known = any(pattern.search(seen.text) for _, pattern in web.INFO)
    return known and not seen.opened and not _SENTENCE.search(seen.text)


def kicker(seen: Seen) -> bool:
    """A line that the markup calls kicker (引题)."""
    return not seen.opened and seen.called(web.KICKER_WORDS)


def deck(seen: Seen) -> bool:
    """A line that the markup calls deck (副题), or a heading right below the headline."""
    heading = seen.stacked and bool({element.name for element in seen.near} & _HEADINGS)
    return not seen.opened and (seen.called(web.DECK_WORDS) or (heading and not byline(seen)))


def byline(seen: Seen) -> bool:
    """Who wrote it: called so, or in a newspaper's words."""
    return seen.says("byline") or bool(web.BYLINE_LINE.fullmatch(seen.text)) or _names_writer(seen)


def _names_writer(seen: Seen) -> bool:
    return not seen.opened and seen.called(web.BYLINE_WORDS) and not _SENTENCE.search(seen.text)


def source_credit(seen: Seen) -> bool:
    """Where the text or its matter comes from."""
    return seen.says("source_credit") or bool(web.SOURCE_LINE.fullmatch(seen.text))


def editors_note(seen: Seen) -> bool:
    """A paragraph that opens as an editor's note (编者按)."""
    return any(pattern.match(seen.text) for pattern in seen.lexicon.openings["editors_note"])


def photo_credit(seen: Seen) -> bool:
    """A line that only says whose picture it is."""
    return seen.says("photo_credit")


def named_caption(seen: Seen) -> bool:
    """What the markup or its own first words call a picture's caption."""
    named = any(element.name in ("figcaption", "caption") for element in seen.run.path[:3])
    if named or seen.called(web.CAPTION_WORDS):
        return True
    if not seen.in_block or len(seen.text) > _CAPTION_MOST:
        return False
    marked = bool(web.CAPTION_MARK.match(seen.text))
    tails = (*seen.lexicon.tails["photo_credit"], web.PICTURE_CREDIT)
    credited = any(pattern.search(seen.text) for pattern in tails)
    return marked or (seen.pictured and (credited or _set_apart(seen)))


def _set_apart(seen: Seen) -> bool:
    styles = " ".join(element.style for element in seen.near)
    centred = bool(_CENTRED.search(styles)) or any(element.name == "center" for element in seen.near)
    return bool(_SMALL.search(styles)) or (centred and not _is_bold(seen))


def likely_caption(seen: Seen) -> bool:
    """One short sentence right below a picture, in a text of long paragraphs: only its place tells it."""
    single = seen.text.find("。") == len(seen.text) - 1 and not re.search(r"[！？：“]", seen.text)
    short = len(seen.text) <= _BARE_CAPTION_MOST and seen.usual > _MUCH_LONGER * len(seen.text)
    return seen.pictured and seen.in_block and short and single and not _is_bold(seen)


def subhead(seen: Seen) -> bool:
    """A short line in bold, or a heading, within the text."""
    heading = bool({element.name for element in seen.near} & _HEADINGS)
    short = len(seen.text) <= _SUBHEAD_MOST and seen.text[-1] not in _ENDS
    return seen.in_block and short and (heading or _is_bold(seen))


def _is_bold(seen: Seen) -> bool:
    return seen.run.strong == seen.run.ink


def paragraph(seen: Seen) -> bool:
    """Any other text of the article's block, and a lead that stands apart above it."""
    lead = not seen.opened and len(seen.text) >= _LEAD_LEAST and bool(_SENTENCE.search(seen.text))
    return seen.in_block or lead


Rule = Callable[[Seen], bool]

# Furniture first: a share bar's words are no caption. The line of day and source before bylines, which it may hold. A paragraph last: it is whatever else the block holds.
RULES: tuple[tuple[Rule, Role], ...] = (
    (furniture, Role.FURNITURE),
    (info, Role.SOURCE_CREDIT),
    (kicker, Role.KICKER),
    (deck, Role.DECK),
    (editors_note, Role.EDITORS_NOTE),
    (photo_credit, Role.PHOTO_CREDIT),
    (byline, Role.BYLINE),
    (source_credit, Role.SOURCE_CREDIT),
    (named_caption, Role.CAPTION),
    (likely_caption, Role.CAPTION),
    (subhead, Role.SUBHEAD),
    (paragraph, Role.PARAGRAPH),
)


def role_of(seen: Seen) -> tuple[Role, str]:
    """Return the role of a run and the name of the rule that gave it."""
    return next(((role, rule.__name__) for rule, role in RULES if rule(seen)), (Role.FURNITURE, NO_RULE))
