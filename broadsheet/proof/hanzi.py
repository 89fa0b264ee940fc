"""Hanzi that only simplified, and that only traditional texts hold, by OpenCC's tables and the old national standards.

A character counts as traditional only where GB 2312, the set of simplified newspapers, lacks it, and as simplified only
where Big5 lacks it: 乾, 後 and 著 are in both scripts.
"""

from functools import cache

_UNIFIED = "".join(map(chr, range(0x4E00, 0x9FA6)))


@cache
def traditional() -> frozenset[str]:
    """Return the characters that only traditional texts hold."""
    return _of_one_script("t2s", "gb2312")


@cache
def simplified() -> frozenset[str]:
    """Return the characters that only simplified texts hold."""
    return _of_one_script("s2t", "big5")


def _of_one_script(conversion: str, other_encoding: str) -> frozenset[str]:
    from opencc import OpenCC  # noqa: PLC0415  lazy: most runs read no text anew

    converted = OpenCC(conversion).convert("\n".join(_UNIFIED)).split("\n")
    changed = (char for char, other in zip(_UNIFIED, converted, strict=True) if char != other)
    return frozenset(char for char in changed if not char.encode(other_encoding, "ignore"))
