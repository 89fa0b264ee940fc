"""Traditional and simplified characters, from the tables of OpenCC. Only the almanac calls this, and caches it."""

from opencc import OpenCC

_FIRST, _LAST = 0x4E00, 0x9FFF  # CJK Unified Ideographs; no typeface of a newspaper has those of later blocks


def simplified() -> dict[str, str]:
    """Return the simplified character of each traditional one; where a character has several, OpenCC's first."""
    convert = OpenCC("t2s").convert
    pairs = ((chr(code), convert(chr(code))) for code in range(_FIRST, _LAST + 1))
    return {character: other for character, other in pairs if other != character and _is_one_unit(other)}


def _is_one_unit(text: str) -> bool:
    return len(text) == 1 and text <= "\uffff"
