"""Files of content/ that have a name and a meaning of their own."""

from typing import Final

ABOUT_FILE: Final = "about.md"
