"""Numbers as a person says them."""


def number_of(number: int, thing: str) -> str:
    """Say how many: `1 article`, `2,000 articles`."""
    return f"{number:,} {thing}" if number == 1 else f"{number:,} {thing}s"
