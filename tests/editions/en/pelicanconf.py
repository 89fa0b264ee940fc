"""A paper in English, of our own invention: what DEFAULT_LANG makes of the same press and the same theme."""

from broadsheet.press.engine import *  # noqa: F403  how the engine runs

SITENAME = "The Riverside Courier"
PAPER_TAGLINE = "News of one valley, every day but Sunday"
PUBLISHER = "The Riverside Courier Company"
COPYRIGHT = "© The Riverside Courier Company"
DEFAULT_LANG = "en"
TIMEZONE = "Europe/London"
SECTION_NAV = ["News", "Books"]
SECTIONS = {"News": "news", "Books": "books"}
SEARCH = True
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGINS = ["broadsheet.press"]
SITEURL = "https://courier.example.org"
