"""The words on a share image."""

import msgspec


class ShareImageWords(msgspec.Struct, frozen=True):
    """The paper's name, the lines of a headline, and the line at the foot: date and printed page."""

    name: str
    headline: tuple[str, ...]
    foot: str
