"""The error tree. Every error carries findings, so whoever catches it can say where and what to do."""

from collections.abc import Iterable

from broadsheet.model.finding import Finding


class BroadsheetError(Exception):
    """Something that an operator or editor must mend; `findings` say what, where and how."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


class SourceError(BroadsheetError):
    """A raw page that cannot be read: unknown bytes, a name that is not an address, no text."""


class RulingError(BroadsheetError):
    """An editor's ruling that is malformed or no longer matches its page."""


class LedgerError(BroadsheetError):
    """Characters lost, invented or used twice: nothing may be written."""


class HandEditedError(BroadsheetError):
    """A manuscript that a person changed since ingest wrote it: it is never overwritten unasked."""


class ManuscriptError(BroadsheetError):
    """A manuscript or `edition.yaml` that does not follow the schema."""


class PressError(BroadsheetError):
    """A site that cannot be built whole."""


def raise_if_any(error: type[BroadsheetError], findings: Iterable[Finding]) -> None:
    """Raise `error` with all `findings`, so that an editor sees every mistake at once; do nothing for none."""
    found = tuple(findings)
    if found:
        raise error(*found)
