"""The scripts of a Chinese paper: the one that it is printed in, and the one that its pages are converted to."""

from collections.abc import Sequence

import msgspec

SIMPLIFIED = "zh-Hans"
TRADITIONAL = ("zh-Hant", "zh-Hant-TW", "zh-Hant-HK")

# Configurations of OpenCC for each tag: for characters alone, and for the words of the region as well. Plain zh-Hant
# has no words of a region; converted to, it has the characters of Taiwan, as in Unicode's CLDR.
_TO_TRADITIONAL = {
    "zh-Hant": ("s2tw", "s2tw"),
    "zh-Hant-TW": ("s2tw", "s2twp"),
    "zh-Hant-HK": ("s2hk", "s2hkp"),
}
_TO_SIMPLIFIED = {"zh-Hant": ("t2s", "t2s"), "zh-Hant-TW": ("tw2s", "tw2sp"), "zh-Hant-HK": ("hk2s", "hk2sp")}


class OtherScript(msgspec.Struct, frozen=True):
    """The script that pages are converted to.

    `language` is its tag (zh-Hant-TW), `folder` the first part of its addresses (zh-Hant), which names no region.
    `characters` and `words` are the names of OpenCC's configurations.
    """

    language: str
    folder: str
    characters: str
    words: str


def other_script(scripts: Sequence[str], own: str) -> OtherScript | None:
    """Return the script that SCRIPTS names beside the paper's `own`, or None where it is empty."""
    other = next((script for script in scripts if script != own), "")
    if not other:
        return None
    if other == SIMPLIFIED:
        return OtherScript(other, SIMPLIFIED, *_TO_SIMPLIFIED[own])
    return OtherScript(other, TRADITIONAL[0], *_TO_TRADITIONAL[other])


def scripts_fault(scripts: Sequence[str], own: str) -> str:
    """Return what is wrong with SCRIPTS in a paper whose DEFAULT_LANG is `own`, or ""."""
    traditional = [script for script in scripts if script in TRADITIONAL]
    is_pair = len(scripts) == 2 and SIMPLIFIED in scripts and len(traditional) == 1
    if not scripts or (is_pair and own in scripts):
        return ""
    return f"it names {own} (DEFAULT_LANG) and one script beside it: {SIMPLIFIED} and one of {', '.join(TRADITIONAL)}"
