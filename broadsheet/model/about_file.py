"""The files of the about page: content/about.md in the paper's own language, content/about.en.md in another one."""

import re
from typing import Final

ABOUT_FILE: Final = "about.md"
_IN_A_LANGUAGE = re.compile(r"about\.([a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?)\.md")


def about_language(name: str) -> str | None:
    """Return the language tag in the name of an about page, "" for the paper's own language.

    `name` is that of a file in content/; for one that is not an about page, return None.
    """
    if name == ABOUT_FILE:
        return ""
    match = _IN_A_LANGUAGE.fullmatch(name)
    return match[1] if match else None


def is_about_page(name: str) -> bool:
    """Return whether `name`, that of a file in content/, is the about page in any language."""
    return about_language(name) is not None
