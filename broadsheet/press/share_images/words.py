"""The words on a share image."""

import msgspec


class ShareImageWords(msgspec.Struct, frozen=True):
    """The paper's name, the lines of a page's first headline, its other headlines, and the line at the foot: date and page."""

    name: str
    headline: tuple[str, ...]
    others: tuple[str, ...]
    foot: str

    def text(self) -> str:
        """Return all characters of the image."""
        return "".join((self.name, *self.headline, *self.others, self.foot))
