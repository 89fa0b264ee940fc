"""What tells that a word without a label names a source or a writer."""

import re
from collections.abc import Iterator, Sequence

from broadsheet.ingest.web.credits.words import DAYS, Credit, Token
from broadsheet.ingest.web.metadata import Declared, title_parts
from broadsheet.lexicon import web_credits as web
from broadsheet.lexicon.web_pages import ABOUT_WORDS, ACCOUNT_WORDS, BYLINE_WORDS, RELATED, SOURCE_WORDS
from broadsheet.model.page_reading import Role
from broadsheet.model.source import Span

NAME_MOST = 16  # characters
LETTERS_MOST = 40  # the same of a name in letters
NOT_IN_NAME = re.compile(r"[，。！？；：:“”《》]")
_NEAR = 3  # parts of a line
_TIMES = (*DAYS, "relative")


def unlabelled(declared: Declared, parts: Sequence[Token], at: int) -> Iterator[Credit]:
    """Yield what the word at `at` of a line names, if anything tells it."""
    token = parts[at]
    no_name = (
        web.TOOL.fullmatch(token.text)
        or web.SMALL_WORD.fullmatch(token.text)
        or RELATED.fullmatch(token.text)
    )
    if (
        web.NAMES_IN_PLACE.fullmatch(token.text)
        and is_called(token, BYLINE_WORDS)
        and not web.TITLED.search(token.text)
    ):
        is_paper = web.PAPER_BEHIND.fullmatch(token.text)
        yield Credit(token.span, Role.SOURCE_CREDIT if is_paper else Role.BYLINE, "markup")
        return
    most = LETTERS_MOST if token.text.isascii() else NAME_MOST
    if no_name or len(token.text) > most or NOT_IN_NAME.search(token.text):
        return
    if of_form := list(_of_form(token)):
        yield from of_form
    elif _is_named_by_post(parts, at):
        yield Credit(Span(token.span.start, parts[at + 1].span.end), Role.BYLINE, "form")
    elif told_by := _told_by(declared, parts, at):
        is_author = token.text in declared.authors or is_called(token, BYLINE_WORDS)
        is_writer = told_by == "name" or (is_author and web.PERSON.fullmatch(token.text))
        yield Credit(token.span, Role.BYLINE if is_writer else Role.SOURCE_CREDIT, told_by)


def _of_form(token: Token) -> Iterator[Credit]:
    """Yield what the form of a word names: a paper with its writer, an agency with its place and day, or a reporter."""
    both = web.WRITER_AND_OUTLET.fullmatch(token.text) or web.OUTLET_AND_WRITER.fullmatch(token.text)
    if both:
        start = token.span.start
        for name, role in (("writer", Role.BYLINE), ("outlet", Role.SOURCE_CREDIT)):
            yield Credit(Span(start + both.start(name), start + both.end(name)), role, "form")
    elif web.AGENCY_DATELINE.fullmatch(token.text):
        yield Credit(token.span, Role.SOURCE_CREDIT, "form")
    elif web.REPORTER.fullmatch(token.text) or web.NAMED_BY_POST.fullmatch(token.text):
        yield Credit(token.span, Role.BYLINE, "form")


def _told_by(declared: Declared, parts: Sequence[Token], at: int) -> str:
    token = parts[at]
    if token.text in declared.authors | declared.sources:
        return "declared"
    about = is_called(token, ABOUT_WORDS) or web.TITLED.search(
        token.text
    )  # what is said of a writer is no name
    named = is_called(token, BYLINE_WORDS | SOURCE_WORDS) and not about
    if named or is_called(token, ACCOUNT_WORDS):
        return "markup"
    beside = [
        part for part in (*parts[max(at - 1, 0) : at], *parts[at + 1 : at + 2]) if _are_alike(part, token)
    ]
    is_outlet = web.OUTLET.fullmatch(token.text) or (
        token.text.startswith("The ") and web.PAPER_BEHIND.fullmatch(token.text)
    )
    if (is_outlet and beside) or _is_outlet_alone(parts, at):
        return "form"
    if _is_name_by_place(declared, parts, at) or (_is_first_in_card(parts, at) and not about):
        return "name"
    is_line = [part for part in parts if part.block is token.block] == [token]
    if is_line and _is_name(token) and not (token.element.linked or token.text.isascii()):
        return ""  # a line of a name alone is a byline by its form
    column = token.text in title_parts(declared.titles)[1:-1]
    return "place" if any(part.kind in _TIMES for part in beside) and not column else ""


def _is_outlet_alone(parts: Sequence[Token], at: int) -> bool:
    """Say whether a paper's or a station's name stands alone in its block, and the day in another line."""
    word = parts[at]
    alone = [part for part in parts if part.block is word.block] == [word]
    return alone and bool(web.PAPER_NAME.fullmatch(word.text)) and any(part.kind in _TIMES for part in parts)


def _is_named_by_post(parts: Sequence[Token], at: int) -> bool:
    behind = parts[at + 1] if at + 1 < len(parts) else None
    both = f"{parts[at].text}/{behind.text}" if behind else ""
    return bool(web.NAMED_BY_POST.fullmatch(both))


def _is_name_by_place(declared: Declared, parts: Sequence[Token], at: int) -> bool:
    """Say whether a word has the form of a name and stands in a line that has a day and a source besides, or a day and no other word."""
    word = parts[at]
    beside = (*parts[max(at - _NEAR, 0) : at], *parts[at + 1 : at + 1 + _NEAR])
    near = [part for part in beside if _are_alike(part, word)]
    dated = any(part.kind in DAYS for part in near)
    sourced = any(
        part.kind == "source" or web.OUTLET.fullmatch(part.text) or part.text in declared.sources
        for part in near
    )
    links = [part for part in parts if part.block is word.block and part.element.linked]
    is_menu = len(links) > 1 and word in links
    return _is_name(word) and not is_menu and dated and (sourced or _is_among_names(parts, word))


def _is_name(word: Token) -> bool:
    no_name = web.NO_NAME_ALONE.fullmatch(word.text) or web.TITLED.search(word.text)
    return bool(web.PERSON.fullmatch(word.text)) and not no_name


def _is_first_in_card(parts: Sequence[Token], at: int) -> bool:
    """Say whether a short name is the first line in an element for a writer: the name on a card, above what is said of her."""
    word = parts[at]
    card = word.block.parent if word.block else None
    if card is None or not card.words & BYLINE_WORDS or not web.PEN_NAME.fullmatch(word.text):
        return False
    held = [part for part in parts if part.block is not None and part.block.parent is card]
    return held[0] is word and not (web.OUTLET.fullmatch(word.text) or web.TITLED.search(word.text))


def _is_among_names(parts: Sequence[Token], word: Token) -> bool:
    """Say whether a word is no link, and its block has only names and words of tools, with the day beside it there."""
    beside = [part for part in parts if part.block is word.block]
    words = [part for part in beside if part.kind == "word" and not web.TOOL.fullmatch(part.text)]
    return all(map(_is_name, words)) and not word.element.linked and any(part.kind in DAYS for part in beside)


def _are_alike(one: Token, other: Token) -> bool:
    """Say whether two words stand in one block, or in two side by side that are of a kind, or one of them a link."""
    if one.block is None or other.block is None:
        return False
    linked = one.element.linked or other.element.linked
    alike = one.block.parent is other.block.parent and (one.block.name == other.block.name or linked)
    return one.block is other.block or alike


def is_called(token: Token, words: frozenset[str]) -> bool:
    """Say whether the markup calls the word, or the block in which it stands, one of `words`."""
    element = token.element
    while not element.block and element.around is not None:
        if element.words & words:
            return True
        element = element.around
    return bool(element.words & words)
