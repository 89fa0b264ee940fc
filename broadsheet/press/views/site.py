"""What every page knows: links, the paper itself, and what <head> says."""

import msgspec


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A name and where it leads; `href` is empty at the ends of a row (no next page) or for the page one is on."""

    text: str
    href: str


class FeedLink(msgspec.Struct, frozen=True, kw_only=True):
    """A feed: what its form is called (Atom), its media type, what it holds, and where it is."""

    text: str
    media_type: str
    title: str
    href: str


class PaperView(msgspec.Struct, frozen=True, kw_only=True):
    """The paper and its site, the same on every page of a build."""

    name: str
    tagline: str
    lang: str
    locale: str  # the same with where it is read, as Open Graph writes it: zh_CN
    lettering: (
        str  # the style sheet for the paper's script: latin, traditional, or "" for simplified characters
    )
    home_href: str
    archive_href: str
    about_href: str
    feeds: tuple[FeedLink, ...]
    theme_href: str  # prefix of the theme's static files, with a slash at its end
    sections: tuple[Link, ...]
    publisher: str
    copyright: str


class SharedView(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says of itself where its link is shared (https://ogp.me); addresses are whole ones."""

    kind: str  # article or website
    title: str
    image: str  # "" for a page without a picture
    image_alt: str
    image_width: int  # pixels, 0 when unknown
    image_height: int
    published: str = ""  # the dates of an article: 2024-04-15
    modified: str = ""
    section: str = ""
    authors: tuple[str, ...] = ()  # their pages
    tags: tuple[str, ...] = ()


class HeadView(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says of itself in <head>; `feeds` are its own, beside the paper's."""

    title: str
    description: str
    feeds: tuple[FeedLink, ...]
    canonical: str  # absolute address, or "" where the site has none
    prev_href: str
    next_href: str
    shared: SharedView | None  # None where the site has no address
    data: str  # JSON-LD, markup already, "" for a page of which machines are told nothing
