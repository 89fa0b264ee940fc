"""The ledger: check that every inked character of a raw page is in exactly one passage."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from broadsheet.model.errors import LedgerError
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import Passage, Role
from broadsheet.model.source import SourceText, is_ink


class Ledger(msgspec.Struct, frozen=True):
    """The number of inked characters of a page, in all (`ink`) and in each role.

    `repaired` counts the places that differ from the file, by the kind of repair.
    """

    path: str
    ink: int
    by_role: dict[Role, int]
    repaired: dict[str, int]


def balance(source: SourceText, passages: Iterable[Passage]) -> Ledger:
    """Return the ledger of `source`, if `passages` hold each of its inked characters once.

    Otherwise raise LedgerError, with a finding for each raw line that has lost characters or characters used twice.
    """
    uses: Counter[int] = Counter()
    by_role: Counter[Role] = Counter()
    for passage in passages:
        for span in passage.spans:
            ink = [i for i in range(*span) if is_ink(source.text[i])]
            uses.update(ink)
            by_role[passage.role] += len(ink)
    wrong = {i: uses[i] for i in source.ink() if uses[i] != 1}
    if wrong:
        raise LedgerError(*_findings(source, wrong))
    repaired: Counter[str] = Counter()
    for repair in source.repairs:
        repaired[repair.kind] += repair.places
    return Ledger(source.path, uses.total(), dict(by_role), dict(repaired))


def _findings(source: SourceText, wrong: dict[int, int]) -> Iterable[Finding]:
    for line in source.lines:
        here = {i: n for i, n in wrong.items() if line.span.start <= i < line.span.end}
        if here:
            lost = "".join(source.text[i] for i, n in here.items() if n == 0)
            twice = "".join(source.text[i] for i, n in here.items() if n > 1)
            yield Finding(
                code="ledger",
                path=source.path,
                line=line.number,
                message=" and ".join(
                    text
                    for text in (lost and f"“{lost}” is lost", twice and f"“{twice}” is used twice")
                    if text
                ),
                hint="nothing was written; please report this page",
            )
