"""Structure that text keeps: tables, lists, quotations, code, raised characters and ruby."""

import re
from collections.abc import Iterator, Sequence

from bs4.element import Tag

from broadsheet.ingest.web.markup.runs import Form
from broadsheet.ingest.web.markup.walk import set_white_space, steps, text_of, value_of
from broadsheet.model.page_reading import Role

CELL_END = "\t"  # what parts the cells of a row in the source text
_CELL_MOST = 120  # characters of a cell; one with more, and with most of the table's, holds an article
_NO_DATA = ["table", "img", "form", "iframe", "h1", "h2", "h3", "ul", "ol", "input", "video", "script"]
_ROWS = frozenset({"thead", "tbody", "tfoot"})
_UNMARKED = re.compile(r"list-style(?:-type)?\s*:[^;]*none", re.IGNORECASE)
_MARKED_OTHERWISE = re.compile(
    r"list-style(?:-type)?\s*:[^;]*(?:alpha|latin|roman|greek|cjk|chinese|zero|hebrew|stem|branch)",
    re.IGNORECASE,
)
_MARKDOWNS = ("1", "disc", "circle", "square")  # types of lists that Markdown sets alike
_LISTS = {"ol": Role.NUMBERED, "ul": Role.BULLETED}
_ITEMS = ("li", "dt", "dd")
_HANZI = re.compile("[\u3400-\u9fff]")
_SENTENCE_END = re.compile("[。！？]")
SET_IN = {Role.BULLETED: "    ", Role.NUMBERED: "\t"}
"""What an item is set in by for each list around its own: the kind of its own list, and of those between."""

_RAISED = str.maketrans("0123456789+-−=()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_SUPERSCRIPT = re.compile(r"\s*[0-9+\-−=()n]+\s*")
_SUBSCRIPT = re.compile(r"\s*[0-9+\-−=()]+\s*")


def stands_whole(tag: Tag) -> bool:
    """Say whether `tag` is set line by line: a table of data, or code."""
    return (tag.name == "table" and _is_data(tag)) or (tag.name == "pre" and _is_code(tag))


def _is_code(tag: Tag) -> bool:
    """Say whether `pre` holds code: some sites set articles, and poems, in it."""
    text = text_of(tag)
    hanzi = 2 * len(_HANZI.findall(text)) > _ink(text) and tag.find("code") is None
    return tag.find("img") is None and not hanzi and not _SENTENCE_END.search(text)


def _is_data(table: Tag) -> bool:
    """Say whether a table has rows and columns of data: old pages are laid out with tables too."""
    if (
        table.find(_NO_DATA) is not None
    ):  # first: tables may be nested deeply, and their cells hold all inside
        return False
    rows = _rows(table)
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return False
    cells = [cell_text(cell) for row in rows for cell in row]
    ink, longest = sum(map(_ink, cells)), max(map(_ink, cells))
    linked = sum(_ink(text_of(link)) for link in table.find_all("a"))
    is_menu = 2 * linked > ink and table.find("th") is None
    is_layout = longest > max(_CELL_MOST, ink / 2) or is_menu
    captions = sum(_ink(text_of(caption)) for caption in table.find_all("caption", recursive=False))
    return not is_layout and ink + captions == _ink(text_of(table))  # else words stand between the cells


def _ink(text: str) -> int:
    return len("".join(text.split()))


def _rows(table: Tag) -> list[list[Tag]]:
    parts = (part for part in table.children if isinstance(part, Tag))
    rows = (
        row
        for part in parts
        for row in (part.find_all("tr", recursive=False) if part.name in _ROWS else [part])
    )
    return [row.find_all(["td", "th"], recursive=False) for row in rows if row.name == "tr"]


def cell_text(cell: Tag) -> str:
    """Return the text of a cell on one line: a space for each line break, raised characters raised."""
    raised: list[str] = []
    words: list[str] = []
    for kind, tag, text in steps(cell, lambda _: False):
        if kind == "text":
            words.append(raised_text(text, raised[-1]) if raised else text)
        elif tag.name in ("sup", "sub"):
            raised = [*raised, tag.name] if kind == "open" else raised[:-1]
        elif tag.name in ("br", "p", "div"):
            words.append(" ")
    return set_white_space("".join(words)).strip()


def lines_of(tag: Tag) -> Iterator[tuple[Role | None, str]]:
    """Yield the lines of an element that stands whole, and as what each is set; a table's own caption is a paragraph."""
    if tag.name == "pre":
        for line in _code(tag).strip("\n").expandtabs(4).split("\n"):
            yield Role.CODE, line.rstrip()
        return
    for caption in tag.find_all("caption", recursive=False):
        yield None, cell_text(caption)
    for cells in _grid(_rows(tag)):
        yield Role.TABLE, CELL_END.join(cells)


def _code(tag: Tag) -> str:
    """Return the characters of `pre`, with a line end for each `br`."""
    return "".join(
        text or "\n" * (kind == "open" and inner.name == "br")
        for kind, inner, text in steps(tag, lambda _: False)
    )


def _grid(rows: Sequence[Sequence[Tag]]) -> Iterator[list[str]]:
    """Yield the rows, with an empty cell for each place that a cell reaches over (HTML Standard, 4.9.12)."""
    over: dict[int, int] = {}
    for row in rows:
        line: list[str] = []
        for cell in row:
            while over.get(len(line), 0):
                over[len(line)] -= 1
                line.append("")
            wide, high = _reach(cell, "colspan"), _reach(cell, "rowspan")
            over.update({len(line) + n: high - 1 for n in range(wide)})
            line += [cell_text(cell), *[""] * (wide - 1)]
        while over.get(len(line), 0):
            over[len(line)] -= 1
            line.append("")
        yield line


def _reach(cell: Tag, name: str) -> int:
    value = value_of(cell, name)
    return min(max(int(value), 1), 100) if value.isascii() and value.isdigit() else 1


def form_inside(tag: Tag, number: int, around: Form | None) -> Form | None:
    """Return how text in the element `tag`, numbered `number`, is set: as an item of a list, or as a quotation."""
    if tag.name in _LISTS:
        return _list_form(tag, number, around)
    if tag.name == "dl" and around is None and (term := tag.find("dt")) and text_of(term).strip():
        return Form(Role.BULLETED, number)
    if tag.name in _ITEMS and around is not None and around.role in _LISTS.values():
        nested = (*around.nested, Role.BULLETED) if tag.name == "dd" else around.nested
        counted = around.counted and "value" not in tag.attrs
        return around._replace(item=number, nested=nested, counted=counted)
    if tag.name == "blockquote" and around is None:
        return Form(Role.QUOTE, number)
    return around


def _list_form(tag: Tag, number: int, around: Form | None) -> Form | None:
    """Return how the items of a list are set: a list in an item of another one is nested in that."""
    if _UNMARKED.search(value_of(tag, "style")):
        return around
    role = _LISTS[tag.name]
    from_one = value_of(tag, "start") in ("", "1") and "reversed" not in tag.attrs
    counted = (
        from_one
        and tag.get("type", "1") in _MARKDOWNS
        and not _MARKED_OTHERWISE.search(value_of(tag, "style"))
    )
    outer = tag.parent
    if around is None or outer is None or outer.name not in (*_ITEMS, *_LISTS):
        return Form(role, number, counted=counted)
    return around._replace(nested=(*around.nested, role), counted=counted and around.counted)


def raised_text(text: str, raised: str) -> str:
    """Return text in `sup` or `sub` in raised or lowered figures, or as it is where it is not all figures."""
    if raised == "sup":
        return text.translate(_RAISED) if _SUPERSCRIPT.fullmatch(text) else text
    return text.translate(_LOWERED) if _SUBSCRIPT.fullmatch(text) else text


def marks_around(tag: Tag) -> tuple[str, str]:
    """Return what browsers show before and behind an element's own text (HTML Standard, 4.5.12, 15.3.2).

    These are the quotation marks of `q`, and brackets around a ruby reading where the page has none.
    """
    if tag.name == "q":
        return ("‘", "’") if tag.find_parent("q") else ("“", "”")
    if tag.name != "rt":
        return "", ""
    before = tag.find_previous_sibling()
    return ("", "") if before is not None and before.name == "rp" else ("（", "）")
