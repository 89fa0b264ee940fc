"""Decode the bytes of a raw page. No character is ever replaced, and an uncertain guess is an error.

A byte order mark decides first. Then UTF-8 is tried: bytes in another encoding are hardly ever valid UTF-8 by chance.
Older Chinese pages are in GB18030 (which includes GBK and GB2312) or Big5; charset-normalizer decides between these by
how likely the decoded text is. Older pages in Latin letters are in Windows-1252 (which includes Latin-1). Almost any
bytes are valid Windows-1252, so it is accepted only for a text with many accented letters and no unusual character.
"""

import codecs
import re
from collections.abc import Iterable

from charset_normalizer import CharsetMatch, from_bytes

from broadsheet.model.errors import SourceError
from broadsheet.model.finding import Finding

# The marks of UTF-32 begin with those of UTF-16, so they are tried first.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_OLD = ("gb18030", "big5", "big5hkscs")
_WESTERN = "cp1252"
_WESTERN_LETTERS = frozenset("àâäæáçéèêëíîïñóôöœúùûüßÀÂÄÆÁÇÉÈÊËÍÎÏÑÓÔÖŒÚÙÛÜ")
_WESTERN_MARKS = frozenset("«»„“”‚‘’–—…§°·†£½¼¾¹²³\xa0")
_INSIDE_WORDS = 0.9  # least share of accented letters beside a plain one; the bytes of hanzi come in pairs
_NAMES = {
    "cp1252": "Windows-1252",
    "gb18030": "GB18030",
    "big5": "Big5",
    "big5hkscs": "Big5",
    "utf-8-sig": "UTF-8",
}
_COMMON = frozenset("的一是在不了有和人这這中大为為上个個国國我以要他时時来來们們年会會发發新业業家工")
_COMMON_SHARE = 0.03  # least share of these among the non-ASCII characters of real text; by chance it is 0.01
_DECLARED = re.compile(rb"""charset\s*=\s*["']?([\w-]+)""", re.IGNORECASE)
_OLD_BY_NAME = {"gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "big5": "big5hkscs"}
_HEAD = 4096  # bytes searched for the declared encoding; the HTML standard, 4.2.5.4, requires it in the first 1024
_ENOUGH = 16  # non-ASCII characters; fewer are often plausible text in more than one encoding
_CLEARLY = 0.05  # least difference in charset-normalizer's `chaos` between the best guess and any other
_UTF_8_LEAST = 12  # bytes of a line; a shorter one in another encoding may be UTF-8 by chance
_OF_CHANCE = 2  # bytes of a character in UTF-8: two hanzi in GB18030 may be two such characters
_SAVE_IT = "save the page as UTF-8; no character is guessed"


def decode(path: str, data: bytes) -> str:
    """Return the text of `data`, the bytes of the raw page at `path`.

    Raises SourceError, with the line of the first byte that cannot be decoded, where no encoding fits or several do.
    """
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    text = _strictly(path, data, marked) if marked else _unmarked(path, data)
    return _without_nul(path, text)


def decode_html(path: str, data: bytes) -> str:
    """Return the text of `data`, the bytes of the saved web page at `path`.

    A declared Chinese encoding (`charset=gbk`) is used unless the bytes are valid UTF-8 or do not fit it. Raises
    SourceError as `decode` does.
    """
    declared = _DECLARED.search(data[:_HEAD])
    name = _OLD_BY_NAME.get(declared[1].decode("ascii").lower(), "") if declared else ""
    if name and _bad_byte(data, "utf-8") is not None and _bad_byte(data, name) is None:
        return _without_nul(path, data.decode(name))
    return decode(path, data)


def _without_nul(path: str, text: str) -> str:
    if "\0" in text:
        raise _bad(path, text[: text.index("\0")].encode(), "the page holds a NUL character: it is not text")
    return text


def _strictly(path: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start + len(data) - len(error.object)  # UTF-8's mark is not counted
        before = data[:at].decode(encoding, errors="ignore").encode()
        raise _bad(path, before, f"byte {at} is not {_name(encoding)}") from error


def _unmarked(path: str, data: bytes) -> str:
    """Return the text of `data`, which has no byte order mark."""
    if _bad_byte(data, "utf-8") is None:
        return data.decode("utf-8")
    _refuse_mixture(path, data)
    if _is_western(data, _ENOUGH):
        return data.decode(_WESTERN)
    guesses = list(from_bytes(data, cp_isolation=list(_OLD), enable_fallback=False))
    if guesses and _is_sure(guesses):
        return data.decode(guesses[0].encoding)
    raise _unreadable(path, data, guesses)


def _refuse_mixture(path: str, data: bytes) -> None:
    """Raise SourceError where some lines are UTF-8 and others are not, as in files that were put together."""
    lines = data.splitlines(keepends=True)
    beyond = [n for n, line in enumerate(lines) if not line.isascii()]
    utf_8 = {n for n in beyond if _is_utf_8(lines[n])}
    if not utf_8:
        return
    other = next(n for n in beyond if _bad_byte(lines[n], "utf-8") is not None)
    if beyond[0] == other:
        other = min(utf_8)
    says = "is UTF-8, and lines above it are not" if other in utf_8 else "is not UTF-8, and other lines are"
    raise _bad(path, b"".join(lines[:other]), f"this line {says}: the file mixes encodings")


def _is_utf_8(line: bytes) -> bool:
    """Return whether `line` is UTF-8, and not by chance, as 图片 in GB18030 is: hanzi in UTF-8 are of three bytes."""
    if _bad_byte(line, "utf-8") is not None or len(line) < _UTF_8_LEAST:
        return False
    beyond = [char for char in line.decode("utf-8") if not char.isascii()]
    western = all(char in _WESTERN_LETTERS or char in _WESTERN_MARKS for char in beyond)
    return western or any(len(char.encode()) > _OF_CHANCE for char in beyond)


def _is_western(data: bytes, enough: int) -> bool:
    """Return whether `data` is plausible Windows-1252: `enough` accented letters, most of them inside words.

    A character that western print does not use rules it out.
    """
    if _bad_byte(data, _WESTERN) is not None:
        return False
    text = data.decode(_WESTERN)
    beyond = {at: char for at, char in enumerate(text) if not char.isascii()}
    letters = [at for at, char in beyond.items() if char in _WESTERN_LETTERS]
    inside = sum(
        any(one.isascii() and one.isalpha() for one in text[max(0, at - 1) : at + 2]) for at in letters
    )
    known = all(char in _WESTERN_LETTERS or char in _WESTERN_MARKS for char in beyond.values())
    return known and len(letters) >= enough and inside >= _INSIDE_WORDS * len(letters)


def _is_sure(guesses: list[CharsetMatch]) -> bool:
    """Return whether the first guess is clearly the best one and its text looks like real Chinese."""
    best, *rivals = sorted(guesses, key=lambda guess: guess.chaos)
    beyond = [char for char in str(best) if not char.isascii()]
    common = sum(char in _COMMON for char in beyond)
    likely = len(beyond) >= _ENOUGH and common >= _COMMON_SHARE * len(beyond)
    return likely and best is guesses[0] and all(rival.chaos - best.chaos > _CLEARLY for rival in rivals)


def _unreadable(path: str, data: bytes, guesses: Iterable[CharsetMatch]) -> SourceError:
    """Return the error for bytes that cannot be decoded for certain.

    It shows the first characters in each encoding that fits; where none fits, it names the first bad byte of the
    encoding that decodes most.
    """
    candidates = " or ".join(
        f"{_name(encoding)} (“{' '.join(data.decode(encoding).split())[:6]}”)"
        for encoding in dict.fromkeys(
            [*([_WESTERN] if _is_western(data, 1) else []), *(g.encoding for g in guesses)]
        )
    )
    if candidates:
        at = _bad_byte(data, "utf-8") or 0
        return _bad(path, data[:at], f"byte {at} is not UTF-8, and the page may be {candidates}")
    breaks = {name: _bad_byte(data, name) or 0 for name in ("utf-8", *_OLD)}
    furthest = max(breaks, key=breaks.__getitem__)
    at = breaks[furthest]
    return _bad(path, data[:at], f"byte {at} is not {_name(furthest)}, nor any other encoding known here")


def _bad_byte(data: bytes, encoding: str) -> int | None:
    """Return the offset of the first byte of `data` that is not `encoding`, or None."""
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return error.start
    return None


def _name(encoding: str) -> str:
    return _NAMES.get(encoding, encoding.upper())


def _bad(path: str, before: bytes, message: str) -> SourceError:
    """Return the error for the byte that follows `before`."""
    line = before.count(b"\n") + 1
    return SourceError(Finding(code="bad-bytes", path=path, line=line, message=message, hint=_SAVE_IT))
