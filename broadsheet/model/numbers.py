"""Numbers in messages."""


def number_of(number: int, thing: str) -> str:
    """Return a number with its noun: `1 article`, `2,000 articles`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
