"""What no newspaper's text needs, and what a few bytes could make a page of many megabytes with."""

MOST_LEVELS = 20
"""Lists, quotations and emphasis may stand in one another as often as this."""
MOST_CELLS = 20_000
"""A table may have as many cells as this, with those that its rows leave empty."""


class MarkdownLimitError(Exception):
    """A text goes beyond one of the limits; `line` is a line of it, and `what` says which limit."""

    def __init__(self, line: str, what: str) -> None:
        super().__init__(what)
        self.line = line
        self.what = what


def too_deep(line: str) -> MarkdownLimitError:
    """Return the error for `line`, which stands within too many others."""
    return MarkdownLimitError(
        line, f"more than {MOST_LEVELS} lists, quotations or emphases stand in one another"
    )
