"""The settings of Pelican that are the same for every paper: `pelicanconf.py` imports them.

They leave Pelican's own generators of articles, pages, archives and feeds without work, since the press makes every
page. The generators stay loaded, because Pelican counts their articles at the end of a run.

Where the `pelican` command imports this, warnings are kept from here on, so that they fail the build: Pelican only warns
of bad settings and of plugins that it cannot load, and it does so before it calls any plugin.

Every build imports this module, and most find nothing changed, so it imports nothing that is slow to load.
"""

import sys

__all__ = [
    "ARTICLE_PATHS",
    "AUTHOR_FEED_ATOM",
    "AUTHOR_FEED_RSS",
    "CACHE_PATH",
    "CATEGORY_FEED_ATOM",
    "CATEGORY_SAVE_AS",
    "CSS_FILE",
    "DIRECT_TEMPLATES",
    "FEED_ALL_ATOM",
    "JINJA_ENVIRONMENT",
    "LOCALE",
    "PAGE_PATHS",
    "READERS",
    "STATIC_PATHS",
    "THEME_STATIC_PATHS",
    "TRANSLATION_FEED_ATOM",
    "USE_FOLDER_AS_CATEGORY",
]

if "pelican" in sys.modules:
    from broadsheet.press.run.log_watch import close_logs

    close_logs()

ARTICLE_PATHS: list[str] = []
PAGE_PATHS: list[str] = []
STATIC_PATHS: list[str] = []  # the press writes photos with their editions
THEME_STATIC_PATHS: list[str] = []  # the press writes theme/static itself
DIRECT_TEMPLATES: list[str] = []

# `False` turns a reader off: manuscripts are Markdown, and Pelican's other readers warn of unknown languages.
READERS = {"rst": False, "htm": False, "html": False, "markdown": False, "mkd": False, "mdown": False}

FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None

CATEGORY_SAVE_AS = ""
USE_FOLDER_AS_CATEGORY = False  # a manuscript's folder is its printed page
CSS_FILE = ""
CACHE_PATH = ".cache"
LOCALE = ["C.UTF-8", "en_US.UTF-8", "C"]  # so that a build gives the same bytes on every machine

JINJA_ENVIRONMENT = {
    "auto_reload": False,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
