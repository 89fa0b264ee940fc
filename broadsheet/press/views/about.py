"""What templates see of the about page."""

import msgspec
from markupsafe import Markup


class VersionView(msgspec.Struct, frozen=True, kw_only=True):
    """A page in another language."""

    title: str
    href: str
    language: str  # en


class AboutView(msgspec.Struct, frozen=True, kw_only=True):
    """The about page in one language."""

    title: str
    html: Markup
    language: str  # "" for the paper's own
    versions: tuple[VersionView, ...]  # the other languages
