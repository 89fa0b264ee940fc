"""Plain words → Markdown that renders to exactly these words, and HTML → the words that a reader sees."""

import re
from html.parser import HTMLParser

_INLINE_MARKS = re.compile(r"[\\`*_\[\]<]|&(?=#?\w+;)")
_CLOSING_MARKS = re.compile(r"#+$")  # a heading would swallow them
_EDGE_SPACES = re.compile(r"\A\s+|\s+\Z")
_LINE_MARKS = re.compile(r"[#>+\-~]|\d+(?=[.)])")


def escape(text: str) -> str:
    """Return Markdown for one paragraph or heading that renders to exactly `text`, a single line of plain words."""
    safe = _CLOSING_MARKS.sub(lambda match: "\\#" * len(match[0]), _INLINE_MARKS.sub(_escape_mark, text))
    safe = _EDGE_SPACES.sub(_escape_spaces, safe)
    return _LINE_MARKS.sub(_escape_line_mark, safe, count=1) if _LINE_MARKS.match(safe) else safe


def _escape_mark(match: re.Match[str]) -> str:
    return {"<": "&lt;", "&": "&amp;"}.get(match[0], "\\" + match[0])


def _escape_spaces(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(space)};" for space in match[0])


def _escape_line_mark(match: re.Match[str]) -> str:
    mark = match[0]
    if mark.isdigit():
        return mark + "\\"
    return "&#126;" if mark == "~" else "\\" + mark


def plain_text(html: str) -> str:
    """Return the characters that a reader sees in a fragment of HTML, block after block, without the tags."""
    parser = _TextOnly()
    parser.feed(html)
    parser.close()
    return "".join(parser.parts)


class _TextOnly(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)
