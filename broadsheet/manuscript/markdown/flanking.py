"""Where a run of `*` or `_` may begin or end emphasis: CommonMark's rule (0.31.2, 6.2), mended for hanzi."""

from unicodedata import category, east_asian_width


def flanks(sign: str, before: str, after: str) -> tuple[bool, bool]:
    """Return whether a run of `sign` between the characters `before` and `after` may begin emphasis, and end it.

    CommonMark decides by white space and punctuation, and so finds no emphasis in 他说**“好。”**又说: hanzi are set
    without spaces. Beside a wide character (Unicode, UAX 11) white space alone decides for asterisks. Underscores
    within a word are part of it: snake_case_name.
    """
    if sign == "*" and (_is_wide(before) or _is_wide(after)):
        return not after.isspace(), not before.isspace()
    left = not after.isspace() and (not _is_mark(after) or before.isspace() or _is_mark(before))
    right = not before.isspace() and (not _is_mark(before) or after.isspace() or _is_mark(after))
    if sign == "_":
        return left and (not right or _is_mark(before)), right and (not left or _is_mark(after))
    return left, right


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in "WF"


def _is_mark(char: str) -> bool:
    """Whether `char` is punctuation or a symbol."""
    return category(char)[0] in "PS"
