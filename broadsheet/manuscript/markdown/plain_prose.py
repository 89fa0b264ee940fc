"""The fast lane for plain prose: a line that Markdown cannot act on is its own paragraph, and needs no parser.

Newspaper text is nearly all such lines, and most of the others hold no more than strong words and links. Where a
text holds other blocks too, each run of plain lines is set aside and a single mark, itself a plain line, takes its
place, so that the parser still sees the same document with shorter paragraphs: what a reference, a list or a
heading means is never decided here. If a mark does not come back as a paragraph of its own (it stood within a
fence), the whole text goes through the parser.

The lane is taken only where the result is byte-identical; tests/manuscript/test_plain_prose.py holds it to that.
"""

import re
from collections.abc import Callable
from itertools import groupby

from broadsheet.manuscript.markdown.flanking import flanks

_MARK = "\uf8ff"  # a private character (Unicode, 23.5); a text that holds it does not take the lane
_SET_ASIDE = re.compile(rf"<p>{_MARK}([0-9]+)</p>")

# Characters that a rule of Markdown may act on, or that HTML escapes, but for those of a span.
_ACTED_ON = ("_", "`", "\\", "<", ">", "&")
# What may begin a list, a rule, a fence, a table or a heading: a paragraph does not begin with it.
_OPENS_A_BLOCK = re.compile(r"[#+\-=~:| ]|\d+[.)]")
_SUBHEAD = re.compile(r"(#{1,6}) ([^# ][^#]*)")

# **Strong words**, with no space inside next to the asterisks, or [a link](/to/this/site). Spans do not nest, and
# a block that still holds one of their marks goes through the parser.
_SPAN = re.compile(
    r"\*\*(?<!\*\*\*)(?P<strong>[^*\[\] ](?:[^*\[\]]*[^*\[\] ])?)\*\*(?!\*)"
    r"|\[(?<!!\[)(?P<text>[^*\[\]]+)\]\((?P<href>(?:https?:/)?/[A-Za-z0-9/.#-]*)\)"
)


def convert(text: str, parse: Callable[[str], str], link: Callable[[str], str] = str) -> str:
    """Return what `parse`, a Markdown parser with the extensions of a manuscript, makes of `text`.

    `link` gives the address to print for the address that a link names, as the parser has it too.
    """
    ended = text.rstrip("\n")
    lane = _Lane(text, link)
    blocks = ended.split("\n\n")
    rendered = [lane.html(block) for block in blocks]
    if "" not in rendered:
        return "\n".join(rendered)
    if _MARK in text:
        return parse(text)
    runs: list[str] = []
    shortened: list[str] = []
    for is_plain, group in groupby(zip(blocks, rendered, strict=True), key=lambda block: bool(block[1])):
        if is_plain:
            shortened.append(f"{_MARK}{len(runs)}")
            runs.append("\n".join(html for _, html in group))
        else:
            shortened.extend(block for block, _ in group)
    html = parse("\n\n".join(shortened) + text[len(ended) :])
    if _SET_ASIDE.findall(html) != [str(number) for number in range(len(runs))]:
        return parse(text)
    return _SET_ASIDE.sub(lambda match: runs[int(match[1])], html)


class _Lane:
    """Renders the plain blocks of one text."""

    def __init__(self, text: str, link: Callable[[str], str]) -> None:
        self.is_clean = _is_clean(text.replace("\n", ""))
        self.has_spans = _has_spans(text)
        self.link = link

    def html(self, block: str) -> str:
        """Return the HTML of a plain block, or nothing for one that needs the parser."""
        is_clean = "\n" not in block if self.is_clean else _is_clean(block)
        if not is_clean or block.endswith(" "):
            return ""
        if _OPENS_A_BLOCK.match(block):
            return self.subhead(block)
        if self.has_spans and _has_spans(block):
            block = _SPAN.sub(self.span, block)
            if _has_spans(block):
                return ""
        return f"<p>{block}</p>" if block else ""

    def subhead(self, block: str) -> str:
        subhead = _SUBHEAD.fullmatch(block)
        if not subhead or _has_spans(block):
            return ""
        return f"<h{len(subhead[1])}>{subhead[2]}</h{len(subhead[1])}>"

    def span(self, match: re.Match[str]) -> str:
        if strong := match["strong"]:
            before, after = _beside(match)
            is_strong = flanks("*", before, strong[0])[0] and flanks("*", strong[-1], after)[1]
            return f"<strong>{strong}</strong>" if is_strong else match[0]
        return f'<a href="{self.link(match["href"])}">{match["text"]}</a>'


def _beside(match: re.Match[str]) -> tuple[str, str]:
    """Return the characters before and after a match; the edges of a block count as white space."""
    text, start, end = match.string, match.start(), match.end()
    return text[start - 1 : start] or " ", text[end : end + 1] or " "


def _is_clean(text: str) -> bool:
    """Whether `text` holds nothing that Markdown acts on, but for spans, and nothing that is not printable.

    In Python's sense these are line ends of all kinds, tabs and spaces other than the common one.
    """
    return text.isprintable() and not any(mark in text for mark in _ACTED_ON)


def _has_spans(text: str) -> bool:
    return "*" in text or "[" in text or "]" in text
