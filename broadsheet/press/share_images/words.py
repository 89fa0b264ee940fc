"""The words on a share image."""

import msgspec


class ShareImageWords(msgspec.Struct, frozen=True):
    """The paper's name, a headline in its lines, and the date and printed page at the foot."""

    name: str
    headline: tuple[str, ...]
    foot: str
