"""The chapter of the stylebook that lists all checks, made from their docstrings."""

from collections.abc import Iterator

from broadsheet.proof.checks import FAMILIES, Family

BEGIN = "<!-- The table of checks is made by `inv generate`. -->"
END = "<!-- Here it ends. -->"


def with_checks(stylebook: str) -> str:
    """Return the text of the stylebook with the table of checks as the code has it."""
    before, _, rest = stylebook.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{''.join(_tables())}{END}{after}"


def _tables() -> Iterator[str]:
    for family in FAMILIES:
        yield f"### {family.name}\n\n| code | | what it finds |\n|---|---|---|\n"
        yield from _rows(family)
        yield "\n"


def _rows(family: Family) -> Iterator[str]:
    for rule in family.rules:
        about = rule.about.replace("|", "\\|")
        yield f"| `{rule.code}` | {rule.severity} | {about} |\n"
