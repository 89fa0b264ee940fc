"""The paper that the hostile cases are laid over."""

from broadsheet.press.engine import *

SITENAME = "试刊"
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-Hans"
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGINS = ["broadsheet.press"]
PREVIEW = True
SITEURL = "https://example.org\\x"
