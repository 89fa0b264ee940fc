"""What each run of a web article is: the first rule that fits decides, and what no rule knows is furniture."""

import re
from collections.abc import Callable

from broadsheet.ingest.web.captions import likely_caption, named_caption, photo_credit
from broadsheet.ingest.web.headline import bare
from broadsheet.ingest.web.seen import Seen
from broadsheet.lexicon import web_credits
from broadsheet.lexicon import web_pages as web
from broadsheet.lexicon.web_days import DATE
from broadsheet.model.page_reading import Role

_ENDS = "。！？；，…"
_SENTENCE = re.compile(r"[，。！？；]")
_BETWEEN_TOOLS = re.compile(r"[\s/|｜【】\[\]]+")
_LEAD_LEAST = 30  # characters of a paragraph that stands apart from the others
NO_RULE = "no rule"
_SUBHEAD_MOST = 40
_RIGHT = re.compile(r"text-align\s*:\s*right", re.IGNORECASE)


def furniture(seen: Seen) -> bool:
    """Menus, share bars, lists of links, the headline once more: by the markup, by links alone, or by its words."""
    run = seen.run
    only_link = (
        run.linked == run.ink
        and not web.ATTACHMENT.match(seen.text)
        and (seen.links if seen.form else not _SENTENCE.search(seen.text))
    )
    known = not _is_row(seen) and (
        bool(web.SIGN_UP.fullmatch(seen.text))
        or _leads_on(seen)
        or _is_tool(seen)
        or bool(web.LINES_OF_PAGE.fullmatch(seen.text))
        or (seen.says("folio") and not (_is_closing_day(seen) or _is_subhead_amid(seen)))
    )
    return seen.furniture or only_link or known or bare(seen.text) == seen.headline


def _is_row(seen: Seen) -> bool:
    """Whether a line is a row of a table, or of code, in the article: 10 小雨 is no page of a paper there."""
    return (
        seen.opened and seen.in_block and seen.form is not None and seen.form.role in (Role.TABLE, Role.CODE)
    )


def _is_closing_day(seen: Seen) -> bool:
    """Whether a line is the day below a notice, where it is signed."""
    return seen.opened and seen.in_block and bool(DATE.fullmatch(seen.text))


def _is_subhead_amid(seen: Seen) -> bool:
    """Whether a line between paragraphs is a subhead, or an item: 01 渡口 is no page of a paper there."""
    return seen.opened and not seen.last and (subhead(seen) or (seen.in_block and seen.form is not None))


def _leads_on(seen: Seen) -> bool:
    """Whether a line of links leads to the next page, to topics, or to other stories."""
    label = re.match(r"[^：:]{2,24}(?=[：:])", seen.text)
    stories = label is not None and web.RELATED.fullmatch(label[0]) and 2 * seen.run.linked >= seen.run.ink
    topics = web.PAGER.fullmatch(seen.text) or web.KEYWORDS.match(seen.text)
    return bool(seen.run.linked) and bool(stories or topics)


def _is_tool(seen: Seen) -> bool:
    """Whether a line above or below the text holds nothing but words of a bar of tools, or sends readers elsewhere."""
    parts = [seen.text] if web_credits.TOOL.fullmatch(seen.text) else _BETWEEN_TOOLS.split(seen.text)
    tools = all(map(web_credits.TOOL.fullmatch, filter(None, parts)))
    promotes = web.PROMOTION.fullmatch(seen.text) and (seen.last or not _SENTENCE.search(seen.text))
    counter = seen.pictured and seen.run.ink and not subhead(seen)  # 1/10 below a gallery
    return bool((tools and (seen.last or not seen.opened or counter)) or promotes)


def kicker(seen: Seen) -> bool:
    """A line that the markup, or the page's declaration, calls kicker (引题)."""
    return not seen.opened and (seen.called(web.KICKER_WORDS) or seen.text in seen.declared.kickers)


def deck(seen: Seen) -> bool:
    """A line that the markup calls deck (副题), or a heading right below the headline."""
    grouped = any(element.name == "hgroup" for element in seen.run.near)
    heading = seen.stacked and (
        grouped or bool({element.name for element in seen.run.near[:-1]} & web.HEADINGS)
    )
    dash = seen.stacked and seen.text.startswith("——") and seen.text[-1] not in _ENDS
    lead = not (seen.in_block or seen.pictured) and seen.called(web.LEAD_WORDS)
    named = lead or seen.called(web.DECK_WORDS) or seen.text in seen.declared.decks
    return not seen.opened and (named or dash or (heading and not (byline(seen) or byline_by_place(seen))))


def byline(seen: Seen) -> bool:
    """Who wrote it: in a newspaper's words, near the headline or at the end."""
    if seen.opened and not seen.last:
        return False
    signed = web_credits.SIGNED.fullmatch(seen.text) or (seen.text.isascii() and seen.says("byline"))
    right = any(_RIGHT.search(element.style) for element in seen.run.near[:-1])
    foot = seen.last and right and web_credits.PERSON.fullmatch(seen.text)
    name = _is_name_below_headline(seen) and not seen.text.isascii()
    reports = web_credits.REPORTER.fullmatch(seen.text) or web_credits.DESK_REPORTS.fullmatch(seen.text)
    return bool(reports or foot or name or (signed and not seen.pictured))


def byline_by_place(seen: Seen) -> bool:
    """Names in letters below the headline: an office or a part of the site looks like one too."""
    return _is_name_below_headline(seen)


def _is_name_below_headline(seen: Seen) -> bool:
    """Whether a line between headline and text is of names and no more."""
    names = web_credits.NAME_LINE.fullmatch(seen.text) and not web_credits.NO_NAME_ALONE.search(seen.text)
    is_paper = web_credits.PAPER_BEHIND.fullmatch(seen.text)  # Echo Staff
    return not (seen.opened or seen.pictured or seen.run.linked or is_paper) and bool(names)


def source_credit(seen: Seen) -> bool:
    """Where the text or its matter comes from."""
    return not seen.pictured and (seen.says("source_credit") or bool(web.SOURCE_LINE.fullmatch(seen.text)))


def editors_note(seen: Seen) -> bool:
    """A paragraph that opens as an editor's note (编者按)."""
    return any(pattern.match(seen.text) for pattern in seen.lexicon.openings["editors_note"])


def set_by_line(seen: Seen) -> bool:
    """A row of a table, an item of a list, a line of code, a quotation; above the text a list is the line of day and source."""
    if seen.form is None:
        return False
    begun = seen.opened or bool(_SENTENCE.search(seen.text)) or seen.form.role is Role.TABLE
    return seen.in_block and begun


def subhead(seen: Seen) -> bool:
    """A short line in bold, or a heading, within the text."""
    heading = bool({element.name for element in seen.run.near} & web.HEADINGS)
    short = len(seen.text) <= _SUBHEAD_MOST and seen.text[-1] not in _ENDS
    return seen.in_block and short and (heading or seen.bold)


def paragraph(seen: Seen) -> bool:
    """Any other text of the article's block, and a lead that stands apart above it."""
    lead = not seen.opened and len(seen.text) >= _LEAD_LEAST and bool(_SENTENCE.search(seen.text))
    return seen.in_block or lead


Rule = Callable[[Seen], bool]

# Furniture first: a share bar's words are no caption. A paragraph last: it is whatever else the block holds.
RULES: tuple[tuple[Rule, Role], ...] = (
    (furniture, Role.FURNITURE),
    (kicker, Role.KICKER),
    (deck, Role.DECK),
    (editors_note, Role.EDITORS_NOTE),
    (photo_credit, Role.PHOTO_CREDIT),
    (byline, Role.BYLINE),
    (byline_by_place, Role.BYLINE),
    (source_credit, Role.SOURCE_CREDIT),
    (set_by_line, Role.PARAGRAPH),
    (named_caption, Role.CAPTION),
    (likely_caption, Role.CAPTION),
    (subhead, Role.SUBHEAD),
    (paragraph, Role.PARAGRAPH),
)


def role_of(seen: Seen) -> tuple[Role, str]:
    """Return the role of a run and the name of the rule that gave it."""
    return next(((role, rule.__name__) for rule, role in RULES if rule(seen)), (Role.FURNITURE, NO_RULE))
