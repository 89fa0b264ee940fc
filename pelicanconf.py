"""The paper. What you set here holds for the desk's preview; publishconf.py says what publishing changes.

A line is `NAME = value`; text stands in "double quotes". After a change: make site
"""

from broadsheet.press.engine import *  # noqa: F403  how the engine runs; nothing in it is yours to set

# The paper
SITENAME = "对开新报"
PAPER_TAGLINE = "一纸对开，读懂一天"
PUBLISHER = "对开新报社"
COPYRIGHT = "© 对开新报社"
DEFAULT_LANG = "zh-Hans"
TIMEZONE = "Asia/Shanghai"

# Sections: those that every page links to, in this order, and what they are called in addresses. A section without
# an entry in SECTIONS keeps its own name there: /sections/副刊/. COLUMNS, AUTHORS and TAGS do so too.
# An address is for ever: readers' links break when it changes.
SECTION_NAV = ["要闻", "编辑部", "出版部", "副刊"]
SECTIONS = {"要闻": "yaowen", "编辑部": "bianjibu", "出版部": "chubanbu"}

# Lists: how many articles fill a numbered page of a section, and about how many a feed holds in full. Changing
# LIST_LENGTH moves every article of every section to another page.
LIST_LENGTH = 30
FEED_LENGTH = 20

# Whether the site has a search page, /search/, with an index of some 0.8 KB an article below it.
SEARCH = False

# The scripts in which readers get a Chinese paper: DEFAULT_LANG, and the other one, which the press converts its pages to.
# ["zh-Hans", "zh-Hant"] puts every page at /zh-Hant/ as well; zh-Hant-TW and zh-Hant-HK take the words of Taiwan and of
# Hong Kong. Names that come out wrong stand in content/conversions.yaml (docs/stylebook.md).
SCRIPTS: list[str] = []

# Whether readers can read the paper without a connection: "off"; "on": their browsers keep what they read, the newest
# edition, and editions of their choice; "withdrawn", once it was on: their browsers remove all that they kept.
OFFLINE = "off"

# The typeface of share images, the pictures that other sites show for links to articles: the path of a font file.
# Empty, it is Noto Serif CJK, where this machine has it: apt-get install fonts-noto-cjk
CARD_FONT = ""

# The forms in which readers can keep an edition: "epub", for reading systems without a connection, and "pdf", made up as
# a printed paper on paper of PAPER_SIZE, "a3" or "a4". They lie beside the edition's page, which links to them.
EDITION_FILES: list[str] = []
PAPER_SIZE = "a3"

# What readers get of a printed page itself, where a page.yaml names it: "picture", "pdf" (the picture, and the PDF to keep),
# or "none". A picture takes about 2 MB of the site, since readers get it in the size that suits their screen.
PAGE_FILES = "picture"

# The form at /admin/ in which editors write articles without a command line: the repository on GitHub, "you/paper".
# Empty, there is none. It needs what `inv admin` fetches (docs/publishing.md).
ADMIN = ""

# Where things are, and who makes the pages
PATH = "content"
OUTPUT_PATH = "output"
THEME = "theme"
PLUGINS = ["broadsheet.press"]

# The desk sees drafts and articles under review, each with a banner.
SITEURL = ""
PREVIEW = True
