"""The path is the address: where a printed thing stands, and so where it is published for ever."""

import datetime as dt
from functools import lru_cache

import msgspec


class Address(msgspec.Struct, frozen=True, order=True):
    """Date, page and order in print of an article, or of a page (`order` 0) or an edition (`page` 0 too).

    Sorts in print order. Pages and orders count from 1.
    """

    date: dt.date
    page: int = 0
    order: int = 0

    @property
    def parts(self) -> tuple[str, ...]:
        """Path components: `("2024-04-15", "01", "03")`, as many as the address has."""
        return _parts(self)

    @property
    def href(self) -> str:
        """Site path with slashes at both ends: `/2024-04-15/01/03/`."""
        return f"/{'/'.join(self.parts)}/"

    def on_page(self) -> "Address":
        """Return the address of the printed page that holds this article."""
        return Address(self.date, self.page)

    def in_edition(self) -> "Address":
        """Return the address of the edition that holds this page or article."""
        return Address(self.date)


@lru_cache(maxsize=1024)
def _parts(address: Address) -> tuple[str, ...]:
    """Return an address's parts; a page being printed names itself and its neighbours often."""
    numbers = [f"{n:02d}" for n in (address.page, address.order) if n]
    return (address.date.isoformat(), *numbers)
