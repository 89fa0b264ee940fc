"""The paper that the hostile cases are laid over."""

from broadsheet.press.engine import *

SITENAME = "试刊"
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-Hans"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGINS = ["broadsheet.press"]
SITEURL = ""
PREVIEW = True
PATH = "con\0tent"
