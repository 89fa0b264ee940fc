"""The line of day and source, in words: dates, labels, and what stands between them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from broadsheet.ingest.web.markup.runs import Element, Run, WebText
from broadsheet.lexicon import web_credits as web
from broadsheet.lexicon.web_days import CLOCK, DATE, DAY, RELATIVE_TIME, SHORT_DATE
from broadsheet.model.page_reading import Role
from broadsheet.model.source import Span

_BETWEEN = re.compile(r"(?:[\s|｜│,，;；\[\]［］【】（）()《》]|(?<![^\s])[/／·•∙](?!\S))+")
_WIDE_NAME = re.compile(r"[\u3400-\u9fff]\s+[\u3400-\u9fff](?![\u3400-\u9fff])")  # 张 三
_NATION = re.compile(
    r"[\[［【（(〔][\u3400-\u9fff]{1,4}[\]］】）)〕]\s*(?=[\u3400-\u9fff])"
)  # 作者：[英] 约翰·史密斯
_LATIN = re.compile(r"[!-~]+")
_ENDS = (
    _BETWEEN,
    DATE,
    web.MAIL,
    web.GLUED,
)  # a glued label is one only behind another part: 女作者： is none
_PATTERNS = (
    ("date", DATE),
    ("short", SHORT_DATE),
    ("relative", RELATIVE_TIME),
    ("clock", CLOCK),
    ("mail", web.MAIL),
)


DAYS = ("date", "short")
_NOT_NAMES = ("editor", "tool", "day", "updated")  # labels whose words an article does without


class Credit(NamedTuple):
    """Part of a line that says when, where from or by whom.

    `told_by` is what told it: `day`, `updated`, `label`, `markup`, `declared`, `form`, `name` (the form of a name, beside a
    day and a source), `place` or `masthead` (the paper's own name); `again`, where another line of the page says the same.
    """

    span: Span
    role: Role
    told_by: str


class Token(NamedTuple):
    """A part of a line: a `date`, a `short` or `relative` one, a `clock`, a `mail` address, a label by its kind, or a `word`; and its element."""

    kind: str
    span: Span
    text: str
    element: Element

    @property
    def block(self) -> Element | None:
        """The block in which the part stands."""
        return self.element if self.element.block else self.element.parent


def tokens(text: WebText, run: Run) -> list[Token]:
    """Return the parts of a run, none of which goes on from one inline element into the next."""
    return [
        token
        for span, element in _pieces(text, run)
        for token in _merged(text, list(_of_piece(text.source.slice(span), span.start, element)))
    ]


def _pieces(text: WebText, run: Run) -> list[tuple[Span, Element]]:
    """Return the inline pieces of `run`; those over which a day or a label reaches are one: <em>2031</em> <em>05</em>/<em>06</em>."""
    pieces = text.pieces(run)
    joined = pieces[:1]
    wholes = (DAY, web.LABELLED) if len(pieces) > 1 else ()
    held = [match.span() for whole in wholes for match in whole.finditer(text.words(run))]
    for span, element in pieces[1:]:
        at = span.start - run.span.start
        if any(first < at < last for first, last in held):
            joined[-1] = (Span(joined[-1][0].start, span.end), joined[-1][1])
        else:
            joined.append((span, element))
    return joined


def _of_piece(words: str, offset: int, element: Element) -> Iterator[Token]:
    at, opens, kind = 0, True, ""
    while at < len(words):
        if kind == "author" and (nation := _NATION.match(words, at)):
            at = nation.end()
        if between := _BETWEEN.match(words, at):
            opens = opens or not between[0].isspace()
            at = between.end()
            continue
        phrase = web.LABEL_PHRASE.match(words, at) if opens else None
        wide = _WIDE_NAME.match(words, at) if kind == "author" else None
        if wide:
            kind, end = "word", wide.end()
        else:
            kind, end = (str(phrase.lastgroup), phrase.end()) if phrase else _token(words, at)
        yield Token(kind, Span(offset + at, offset + end), words[at:end], element)
        at, opens = end, kind != "word"


def _token(words: str, at: int) -> tuple[str, int]:
    for kind, pattern in _PATTERNS:
        if match := pattern.match(words, at):
            return kind, match.end()
    if match := web.LABELLED.match(words, at):
        return str(match.lastgroup), match.end()
    ends = [m.start() for p in _ENDS[: 4 if at else 3] if (m := p.search(words, at + 1))]
    both = web.WRITER_AND_OUTLET.match(words, at)
    end = both.end() if both else min(ends, default=len(words))
    label = web.LABEL.fullmatch(words, at, end)
    return (str(label.lastgroup), end) if label else ("word", end)


def _merged(text: WebText, parts: list[Token]) -> Iterator[Token]:
    """Join words of letters, which a space does not part: China Daily."""
    waiting: Token | None = None
    for part in parts:
        gap = text.source.text[waiting.span.end : part.span.start] if waiting else ""
        are_letters = waiting and _LATIN.fullmatch(waiting.text[-1]) and _LATIN.match(part.text)
        if waiting and part.kind == "word" and are_letters and not gap.strip():
            span = Span(waiting.span.start, part.span.end)
            waiting = Token("word", span, text.source.slice(span), part.element)
            continue
        if waiting:
            yield waiting
        waiting = part if part.kind == "word" else None
        if part.kind != "word":
            yield part
    if waiting:
        yield waiting


def left_words(text: WebText, run: Run, found: Sequence[Credit]) -> str:
    """Return the words of a line that no credit holds, but those of tools and behind labels such as 编辑：."""
    if found and web.REPORTER.fullmatch(text.words(run)):
        return ""  # what is left is the writer's post
    left: list[str] = []
    before = ""
    for token in tokens(text, run):
        taken = any(
            c.span.start <= token.span.start < c.span.end
            for c in found
            if c.role is not Role.FURNITURE or c.told_by == "again"
        )
        if (
            token.kind == "word"
            and not taken
            and before not in _NOT_NAMES
            and not web.TOOL.fullmatch(token.text)
            and not web.NOBODY.fullmatch(token.text)
        ):
            left.append(token.text)
        before = token.kind
    return " ".join(left)
