"""How Pelican itself is set, the same for every paper: `pelicanconf.py` takes these in, and no operator needs them.

Pelican's own article, page, archive and feed makers are idle: the press makes every page. They stay loaded
because Pelican counts on them at the end of a run.

Where Pelican's own command runs this, the logs are watched from here on, since it warns of settings and of plugins
that it cannot load before it asks any plugin, and would go on.

Nothing heavy is imported here, since every build runs this, and most find that nothing changed.
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
STATIC_PATHS: list[str] = []  # photos go where their articles need them
THEME_STATIC_PATHS: list[str] = []  # the press copies theme/static itself, where bytes differ
DIRECT_TEMPLATES: list[str] = []

# `False` leaves a reader out: a manuscript is Markdown, and Pelican's others warn of languages they do not know.
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
LOCALE = ["C.UTF-8", "en_US.UTF-8", "C"]  # a build gives the same bytes whatever the machine’s language

JINJA_ENVIRONMENT = {
    "auto_reload": False,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
