"""What stands behind a label in the line of day and source: where the text is from (来源：), and who wrote it (作者：)."""

import re
from collections.abc import Sequence

from broadsheet.ingest.web.credits.evidence import NAME_MOST, NOT_IN_NAME
from broadsheet.ingest.web.credits.words import Credit, Token
from broadsheet.ingest.web.markup.runs import WebText
from broadsheet.lexicon import web_credits as web
from broadsheet.model.page_reading import Role
from broadsheet.model.source import Span

_NEEDS_NAME = re.compile(
    r"(?:发布[者人]|文字?|文/图|图/文|图文|文图|整理|口述|翻译|主笔|.*[记記]\s*者|通[讯訊][员員]|评论员)[\s：:丨︱|｜／/]*|[A-Za-z ]*(?:by|von|par)",
    re.IGNORECASE,
)  # opens sentences too
_SET_AS_IN_PRINT = re.compile(
    r"(?:作\s*者|译\s*者|翻译|编译|.*[记記]\s*者|通[讯訊][员員]|采写|撰文|文|文/图|图/文)\s*[：:／/]?\s*"
)
_TAKES_PEN_NAME = re.compile(rf"{web.AUTHOR.pattern}|by", re.IGNORECASE)  # 2021年4月25日 by 鸣涧
_JOINED = re.compile(r"[^&＆]+")


def source_behind(text: WebText, label: Token, word: Token) -> list[Credit]:
    """Return where the text is from: the word behind the label, unless the label is another's or the word names nobody."""
    nobody = web.NOBODY.fullmatch(word.text) or web.TOOL.fullmatch(word.text)
    return [] if label.kind != "source" or nobody else labelled(text, label, word.span, Role.SOURCE_CREDIT)


def writers_behind(text: WebText, parts: Sequence[Token], at: int) -> tuple[list[Credit], int]:
    """Return who wrote it, behind the label at `at`: as many words as are names, or one that may be a name."""
    label, word = parts[at], parts[at + 1]
    if web.NOBODY.fullmatch(word.text):
        return [], at + 2
    end = at + 1
    while end < len(parts) and parts[end].kind == "word":
        end += 1
    for last in range(end, at + 1, -1):
        span = Span(word.span.start, parts[last - 1].span.end)
        words = text.source.slice(span)
        if names := _of_reporter(label.text, words):
            writers = Span(span.start + names.start, span.start + names.end)
            return [Credit(writers, Role.BYLINE, "label")], last
        if _are_names(words):
            return _names(text, label, span), last
    unfit = NOT_IN_NAME.search(word.text) or len(word.text) > NAME_MOST
    pen_name = _TAKES_PEN_NAME.fullmatch(label.text) and web.PEN_NAME.fullmatch(word.text)
    if unfit or (_NEEDS_NAME.fullmatch(label.text) and not pen_name):
        return [], at + 2
    source = (
        web.COLLECTED.fullmatch(word.text) or web.OUTLET.fullmatch(word.text) or web.TITLED.search(word.text)
    )
    if source:
        return labelled(text, label, word.span, Role.SOURCE_CREDIT), at + 2
    unlike = web.NO_NAME.search(word.text) and not pen_name
    return ([] if unlike else _names(text, label, word.span)), at + 2


def _of_reporter(label: str, words: str) -> Span | None:
    """Return where the names stand in `words` that have more beside them: a post that is no reporter's, or the paper's name."""
    reporter = web.REPORTER.fullmatch(words)
    if reporter and not web.PLAIN_POST.fullmatch(reporter["post"]):
        return Span(*reporter.span("names"))
    reports = web.REPORTER.fullmatch(label + words)
    if reports and not _are_names(words):
        first, last = reports.span("names")
        return Span(first - len(label), last - len(label))
    return None


def _are_names(words: str) -> bool:
    names = [name for name in web.BETWEEN_NAMES.split(words) if name]
    whole = (
        web.REPORTER.fullmatch(words) or web.NAMES_IN_PLACE.fullmatch(words) or web.PERSON.fullmatch(words)
    )
    return bool(whole) or all(web.PERSON.fullmatch(name) for name in names)


def _names(text: WebText, label: Token, words: Span) -> list[Credit]:
    """Return the names behind a label, each of those that an ampersand joins by itself."""
    first, *others = [
        Span(words.start + name.start(), words.start + name.end())
        for name in _JOINED.finditer(text.source.slice(words))
    ]
    begun = labelled(text, label, first, Role.BYLINE)
    return [*begun, *(Credit(name, Role.BYLINE, "label") for name in others)]


def labelled(text: WebText, label: Token, words: Span, role: Role) -> list[Credit]:
    """Return a label with its words: as one part where they stand in one line, and a byline's label is set as in print."""
    if role is Role.BYLINE and not _SET_AS_IN_PRINT.fullmatch(label.text):
        return [Credit(words, role, "label")]
    if "\n" in text.source.text[label.span.end : words.start]:
        return [Credit(label.span, role, "label"), Credit(words, role, "label")]
    return [Credit(Span(label.span.start, words.end), role, "label")]
