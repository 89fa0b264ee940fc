"""The paper that the hostile cases are laid over."""

from broadsheet.press.engine import *

SITENAME = "试刊"
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-Hans"
PATH = "content"
OUTPUT_PATH = "output"
PLUGINS = ["broadsheet.press"]
SITEURL = ""
PREVIEW = True
THEME = "content"
