"""Judged runs → passages: a credit is cut out of its line, and rows, items and lines of code are gathered."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from broadsheet.ingest.web.headline_parts import at_spaces, headline_lines
from broadsheet.ingest.web.markup.runs import Form, WebText
from broadsheet.ingest.web.metadata import Declared
from broadsheet.ingest.web.story import Judged
from broadsheet.lexicon import web_credits, web_pages
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Passage, Role
from broadsheet.model.source import Span, is_ink

_SENTENCE_ENDS = ("。", "！", "？", "”", ".", "!", "?")
_VERSE_LEAST = 2  # lines of a stanza
_VERSE_MOST = 24  # inked characters of a line that a page breaks by itself
_CREDIT_MOST = 24
_LISTS = (Role.NUMBERED, Role.BULLETED)
_QUOTED_MOST = 0.8  # of the article: a quotation with more is a page's layout
_AROUND_DAY = re.compile(
    r"[\s《》（）()\[\]【】第版叠A-Z\d:：]*"
)  # what a digital paper sets around its name and day
_PAPER_PAGE = re.compile(r"[《》（）【】\[\]版]")

Cut = tuple[Span, Role]


def passages_of(
    text: WebText, judged: Sequence[Judged], declared: Declared, lexicon: Lexicon
) -> Iterator[Passage]:
    """Yield the passages of a page, in the order of its text."""
    ink = sum(one.run.ink for one in judged if one.role is Role.PARAGRAPH)
    verses = _verses(text, judged)
    for form, group in groupby((one for one in judged if not one.run.picture), key=form_of):
        runs = list(group)
        if form is not None and keeps_lines(runs, form, ink):
            yield Passage(form.role, tuple(_line(text, one, form) for one in runs))
            continue
        for stanza in _stanzas(runs, verses):
            if len(stanza) >= _VERSE_LEAST:
                yield Passage(Role.VERSE, tuple(one.run.span for one in stanza))
            else:
                yield from _passages(text, stanza[0], declared, lexicon)


def _stanzas(runs: Sequence[Judged], verses: frozenset[int]) -> Iterator[list[Judged]]:
    """Yield the runs of each block of `verses` together, and each other run by itself."""

    def place(pair: tuple[int, Judged]) -> tuple[bool, int]:
        block = pair[1].run.block.number
        return (True, block) if block in verses else (False, pair[0])

    for _, group in groupby(enumerate(runs), key=place):
        yield [one for _, one in group]


def _verses(text: WebText, judged: Sequence[Judged]) -> frozenset[int]:
    """Return the number of each block that line breaks part into short lines alone, not all of them sentences: a stanza."""
    blocks: dict[int, list[Judged]] = {}
    for one in judged:
        if one.run.ink and not one.run.hidden:
            blocks.setdefault(one.run.block.number, []).append(one)
    return frozenset(
        block
        for block, lines in blocks.items()
        if len(lines) >= _VERSE_LEAST
        and all(_is_line_of_verse(one) for one in lines)
        and not all(text.words(one.run).endswith(_SENTENCE_ENDS) for one in lines)
    )


def _is_line_of_verse(one: Judged) -> bool:
    plain = one.rule == "paragraph" and one.role is Role.PARAGRAPH and not one.credits
    return plain and one.run.ink <= _VERSE_MOST


def form_of(one: Judged) -> Form | None:
    """Return the table, list, quotation or piece of code that a run belongs to, without its item and depth."""
    form = one.run.form if one.rule == "set_by_line" else None
    return Form(form.role, form.group) if form else None


def keeps_lines(runs: Sequence[Judged], form: Form, ink: int) -> bool:
    """Say whether Markdown can set the runs of a table, list, quotation or piece of code, given the article's `ink`.

    A list is not set as one whose items have several paragraphs, or whose numbers do not run 1, 2, 3.
    """
    if form.role is Role.QUOTE:
        return sum(one.run.ink for one in runs) < _QUOTED_MOST * ink
    forms = [one.run.form for one in runs if one.run.form]
    return form.role not in _LISTS or (
        all(one.counted for one in forms) and len({one.item for one in forms}) == len(forms)
    )


def _line(text: WebText, one: Judged, form: Form) -> Span:
    """Return the span of a line; the row of a table has its first cells, though they be empty."""
    start = text.source.text.rfind("\n", 0, one.run.span.start) + 1
    return Span(start, one.run.span.end) if form.role is Role.TABLE else one.run.span


def _passages(text: WebText, one: Judged, declared: Declared, lexicon: Lexicon) -> Iterator[Passage]:
    """Yield the passages of one run."""
    if one.role is Role.HEADLINE:
        lines, others = headline_lines(text, one.run, declared)
        yield Passage(Role.HEADLINE, tuple(lines))
        yield from (Passage(role, (span,)) for span, role in others)
        return
    if one.role in (Role.KICKER, Role.DECK):
        yield Passage(one.role, tuple(at_spaces(text, one.run.span)))
        return
    cuts, rest = _cuts(text, one, lexicon), one.role
    at = one.run.span.start
    for span, role in (*cuts, (Span(one.run.span.end, one.run.span.end), rest)):
        for part, own in ((Span(at, span.start), rest), (span, role)):
            if any(map(is_ink, text.source.slice(part))):
                yield Passage(own, (part,))
        at = span.end


def _cuts(text: WebText, one: Judged, lexicon: Lexicon) -> list[Cut]:
    """Return the parts of a run that have a role of their own, from left to right."""
    if one.credits:
        return _whole_pieces(text, one)
    words = text.words(one.run)
    start = one.run.span.start
    if one.role is Role.CAPTION and (at := _credit_start(words, lexicon)):
        return [(Span(start + at, one.run.span.end), Role.PHOTO_CREDIT)]
    signed = web_credits.SIGNED_AT_END.search(words) if one.last and one.role is Role.PARAGRAPH else None
    return [(Span(start + signed.start(), one.run.span.end), Role.BYLINE)] if signed else []


def _whole_pieces(text: WebText, one: Judged) -> list[Cut]:
    """Return the credits of a run; one is the whole of its piece where only a paper's brackets and page stand around it."""
    cuts: list[Cut] = [(c.span, c.role) for c in one.credits if c.role is not Role.FURNITURE]
    for piece, _ in text.pieces(one.run):
        mine = [cut for cut in cuts if piece.start <= cut[0].start < piece.end]
        rest = text.source.slice(piece)
        for span, _ in mine:
            rest = rest.replace(text.source.slice(span), "", 1)
        same = {role for _, role in mine} == {mine[0][1]} if mine else False
        if same and _PAPER_PAGE.search(rest) and _AROUND_DAY.fullmatch(rest):
            cuts = sorted([cut for cut in cuts if cut not in mine] + [(piece, mine[0][1])])
    return cuts


def _credit_start(words: str, lexicon: Lexicon) -> int:
    """Return where a caption's credit begins: the whole of its last sentence, where that is short and names who took it."""
    starts = [
        match.start()
        for pattern in (*lexicon.tails["photo_credit"], web_pages.PICTURE_CREDIT)
        if (match := pattern.search(words))
    ]
    if not starts or not min(starts):
        return 0
    sentence = words.rfind("。", 0, min(starts)) + 1
    return sentence if sentence and len(words) - sentence <= _CREDIT_MOST else min(starts)
