"""Characters that show damage on the way from print to raw text: what can be repaired without loss, and what cannot.

The sources are PDF extraction, desktop publishing exports and wrong decoding. Radicals: Unicode Character Database,
EquivalentUnifiedIdeograph.txt; of CJK Radicals Supplement only those that are whole hanzi.
"""

import re
import unicodedata

HAN = "\u3400-\u9fff"
_LIGATURES = "\ufb00-\ufb06"
_KANGXI = "\u2f00-\u2fd5"
_COMPATIBILITY = "\uf900-\ufaff"
_SUPPLEMENT = dict(
    zip(
        "⺟⺠⺼⻁⻄⻅⻆⻉⻋⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻫⻬⻭⻮⻯⻰⻲⻳",
        "母民肉虎西见角贝车长门青韦页风飞食马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙亀龟",
        strict=True,
    )
)

RADICALS = re.compile(f"[{_KANGXI}{_COMPATIBILITY}{''.join(_SUPPLEMENT)}]")
LIGATURES = re.compile(f"[{_LIGATURES}]")
UNSEEN_INSIDE = re.compile(
    "[\u200b\u200e\u200f\u2060\u202a-\u202e\u2066-\u2069]|(?<=.)\ufeff"
    f"|(?<=[{HAN}])[\u200c\u200d\u00ad]|[\u200c\u200d\u00ad](?=[{HAN}])|(?<=\\w)\u00ad(?=\\w)"
)
"""Zero-width characters, turns of direction and soft hyphens; one at a line's end on a page of letters divides a word and is kept."""


def hanzi_of(radical: str) -> str:
    """Return the hanzi that `radical`, one character that RADICALS matches, stands for."""
    return _SUPPLEMENT.get(radical) or unicodedata.normalize("NFKC", radical)


UNREPAIRABLE = (
    (
        "a private-use character: its font alone knew what it shows",
        re.compile(r"[\ue000-\uf8ff\U000f0000-\U0010fffd]"),
    ),
    ("a glyph number instead of a character", re.compile(r"(?i)\(\s*cid\s*:\s*\d+\s*\)?")),
    ("a radical instead of a hanzi", re.compile(r"[\u2e80-\u2fdf]")),
    ("a description instead of a hanzi", re.compile(r"[\u2ff0-\u2fff]")),
    ("a character that shows nothing", re.compile(r"[\u115f\u1160\u3164\ufffe\uffff]")),
    (
        "an empty box instead of a character",
        re.compile(
            rf"(?<=[{HAN}，、：“《（])□(?=[{HAN}，。、”》）]|\s*$)|□{{2,}}|[▯〓◌\u2bd1\ufffc]", re.MULTILINE
        ),
    ),
    (
        "question marks instead of characters",
        re.compile(rf"(?<=[{HAN}])\?(?=[{HAN}])|(?<=[a-z])\?(?=[a-z])|\?{{3,}}|\?\?(?=\w)|(?<=[{HAN}])\?\?"),
    ),
    ("text that was decoded wrongly", re.compile(r"锟斤拷|烫{3}|屯{3}|[\uff66-\uff9f]{2}")),
    (
        "a code instead of a character",
        re.compile(r"&(?:#\d{2,6}|#[xX][\da-fA-F]{2,6}|[a-zA-Z]{2,8});|\\u[\da-fA-F]{4}|(?:%[\dA-F]{2}){3,}"),
    ),
)
"""What each kind of damage is, and the pattern that finds it."""

_WIDE = re.compile(r"[^\x00-\x7f]{4,}")
_WESTERN = re.compile("[\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2,}")
_HANZI_IN_UTF_8 = re.compile(rb"(?:[\xe4-\xe9\xef][\x80-\xbf]{2}){3}")
_ANY_IN_UTF_8 = re.compile(
    rb"[\xc2\xc3][\x80-\xbf]|\xe2[\x80\x81][\x80-\xbf]|(?:[\xe3-\xe9][\x80-\xbf]{2}){2}"
)
_GB_LEAST = 4  # bytes in a row that are all hanzi in GB18030
_HANZI_IN_GB = re.compile(rb"(?:[\xb0-\xf7][\xa1-\xfe]|\xa3[\xa1-\xfe]|\xa1[\xa1-\xbf])+")


def is_double_encoded(line: str) -> bool:
    """Return whether `line` has UTF-8 that was decoded as GB18030 or Windows-1252, or GB18030 decoded as Latin-1."""
    wide = (run.encode("gb18030", "replace") for run in _WIDE.findall(line))
    western = [b"".join(map(_byte, run)) for run in _WESTERN.findall(line)]
    return (
        any(map(_HANZI_IN_UTF_8.search, wide))
        or any(map(_ANY_IN_UTF_8.search, western))
        or any(len(run) >= _GB_LEAST and bool(_HANZI_IN_GB.fullmatch(run)) for run in western)
    )


def _byte(char: str) -> bytes:
    """Return the byte that Windows-1252 decodes as `char`, or Latin-1 where it leaves the byte undefined."""
    return char.encode("latin-1" if char <= "\x9f" else "cp1252")
