"""Addresses: the date, page and order of a printed thing, which are also its path on the site for ever."""

import datetime as dt
from functools import lru_cache

import msgspec


class Address(msgspec.Struct, frozen=True, order=True):
    """The address of an article, of a page (`order` is 0) or of an edition (`page` is 0 too).

    `page` and `order`, the article's position on its page, count from 1. Addresses sort in print order.
    """

    date: dt.date
    page: int = 0
    order: int = 0

    @property
    def parts(self) -> tuple[str, ...]:
        """The components of the path: `("2024-04-15", "01", "03")`, fewer for a page or an edition."""
        return _parts(self)

    @property
    def href(self) -> str:
        """The path on the site, with slashes at both ends: `/2024-04-15/01/03/`."""
        return f"/{'/'.join(self.parts)}/"

    def on_page(self) -> "Address":
        """Return the address of the page of this article."""
        return Address(self.date, self.page)

    def in_edition(self) -> "Address":
        """Return the address of the edition of this page or article."""
        return Address(self.date)


@lru_cache(maxsize=1024)
def _parts(address: Address) -> tuple[str, ...]:
    """Return the parts of `address`, cached: a page of the site asks for its own and its neighbours' many times."""
    numbers = [f"{n:02d}" for n in (address.page, address.order) if n]
    return (address.date.isoformat(), *numbers)
