"""The template context of the pages at addresses that articles have left."""

import msgspec


class MovedView(msgspec.Struct, frozen=True, kw_only=True):
    """The page at an address from which an article, a printed page or an edition has moved."""

    href: str
    address: str  # the new address as readers see it: /2024-04-15/01/05/


class WithdrawnView(msgspec.Struct, frozen=True, kw_only=True):
    """The notice at an address whose article was withdrawn."""

    date: str  # 2024年5月1日
    iso_date: str
    text: str  # why
