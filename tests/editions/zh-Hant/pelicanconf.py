"""A paper in traditional characters, of our own invention: what DEFAULT_LANG makes of the same press and theme."""

from broadsheet.press.engine import *  # noqa: F403  how the engine runs

SITENAME = "河岸日報"
PAPER_TAGLINE = "一河兩岸的事"
PUBLISHER = "河岸日報社"
COPYRIGHT = "© 河岸日報社"
DEFAULT_LANG = "zh-Hant"
TIMEZONE = "Asia/Taipei"
SECTION_NAV = ["要聞", "副刊"]
SECTIONS = {"要聞": "news", "副刊": "supplement"}
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGINS = ["broadsheet.press"]
SITEURL = "https://hebao.example.org"
