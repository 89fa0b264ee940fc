"""The template context of every page: links, the paper, and what <head> holds."""

import msgspec


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A link; `href` is empty where there is nothing to link to (no next page), and for the page that shows it."""

    text: str
    href: str


class FeedLink(msgspec.Struct, frozen=True, kw_only=True):
    """The link of a feed: the name of its format (Atom), its media type, its title, its address."""

    text: str
    media_type: str
    title: str
    href: str


class PaperView(msgspec.Struct, frozen=True, kw_only=True):
    """The paper and its site, the same on every page of a build."""

    name: str
    tagline: str
    lang: str
    locale: str  # language and territory, as Open Graph writes them: zh_CN
    lettering: str  # the style sheet of the script: latin, traditional, or "" for simplified characters
    home_href: str
    archive_href: str
    about_href: str
    search_href: str  # "" for a paper without search
    offline_href: str  # the page of editions that this device keeps, "" for a paper that is not read offline
    manifest_href: str  # the web app manifest, "" for the same
    feeds: tuple[FeedLink, ...]
    theme_href: str  # prefix of the theme's static files, with a slash at its end
    sections: tuple[Link, ...]
    publisher: str
    copyright: str


class SharedView(msgspec.Struct, frozen=True, kw_only=True):
    """The metadata of a page for sites that show links to it (Open Graph, https://ogp.me); addresses are absolute."""

    kind: str  # article or website
    title: str
    image: str  # "" for a page without a picture
    image_alt: str
    image_width: int  # pixels, 0 when unknown
    image_height: int
    published: str = ""  # ISO 8601 date of an article
    modified: str = ""  # ISO 8601 date of its last correction


class ScriptView(msgspec.Struct, frozen=True, kw_only=True):
    """The page in one script; `is_shown` says whether it is the one that the reader sees."""

    language: str  # zh-Hant-TW
    name: str  # 繁體
    href: str
    address: str  # with the origin, where SITEURL is set
    is_shown: bool


class ScriptsView(msgspec.Struct, frozen=True, kw_only=True):
    """The page in both scripts of the paper; `converted` says whether what the reader sees was converted by machine."""

    converted: bool
    versions: tuple[ScriptView, ...]


class HeadView(msgspec.Struct, frozen=True, kw_only=True):
    """What a page has in <head>; `feeds` are its own feeds, without the paper's."""

    title: str
    description: str
    feeds: tuple[FeedLink, ...]
    canonical: str  # absolute address, or "" where SITEURL is empty
    shared: SharedView | None  # None where SITEURL is empty
    data: str  # JSON-LD, escaped for <script>, or ""
    lang: str = ""  # of an article that is not converted to the paper's other script
