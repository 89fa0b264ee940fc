"""The about page's files: content/about.md is in the paper's own language, content/about.en.md in another."""

import re
from typing import Final

ABOUT_FILE: Final = "about.md"
_IN_A_LANGUAGE = re.compile(r"about\.([a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?)\.md")


def about_language(name: str) -> str | None:
    """Return the language in which the file `name` of content/ is the about page: "" for the paper's own, None if it is not."""
    if name == ABOUT_FILE:
        return ""
    match = _IN_A_LANGUAGE.fullmatch(name)
    return match[1] if match else None


def is_about_page(name: str) -> bool:
    """Whether the file `name` of content/ is the about page in some language."""
    return about_language(name) is not None
