"""The template context of about pages."""

import msgspec
from markupsafe import Markup


class VersionView(msgspec.Struct, frozen=True, kw_only=True):
    """A link to the about page in another language."""

    title: str
    href: str
    language: str  # en


class AboutView(msgspec.Struct, frozen=True, kw_only=True):
    """The about page in one language."""

    title: str
    html: Markup
    language: str  # "" for the paper's language
    versions: tuple[VersionView, ...]  # in the other languages
