"""Hanzi that only simplified, and that only traditional texts hold, by OpenCC's tables and the old national standards.

A character counts as traditional only where GB 2312, the set of simplified newspapers, lacks it, and as simplified only
where Big5 lacks it: 乾, 後 and 著 are in both scripts.
"""

from opencc import OpenCC

_UNIFIED = "".join(map(chr, range(0x4E00, 0x9FA6)))


def _of_one_script(conversion: str, other_encoding: str) -> frozenset[str]:
    converted = OpenCC(conversion).convert("\n".join(_UNIFIED)).split("\n")
    changed = (char for char, other in zip(_UNIFIED, converted, strict=True) if char != other)
    return frozenset(char for char in changed if not char.encode(other_encoding, "ignore"))


TRADITIONAL = _of_one_script("t2s", "gb2312")
"""Characters that only traditional texts hold."""

SIMPLIFIED = _of_one_script("s2t", "big5")
"""Characters that only simplified texts hold."""
