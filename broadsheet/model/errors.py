"""The errors of Broadsheet. Each carries findings, which say where the fault is and what to do."""

import errno
from collections.abc import Iterable

from broadsheet.model.finding import Finding


class BroadsheetError(Exception):
    """A fault that an operator or editor must correct; `findings` say what, where and how."""

    def __init__(self, *findings: Finding) -> None:
        super().__init__("\n".join(map(str, findings)))
        self.findings = findings


class SourceError(BroadsheetError):
    """A raw page that cannot be read: it has unknown bytes, no text, or a path that is not an address."""


class RulingError(BroadsheetError):
    """An editor's ruling that is malformed or does not match its page."""


class LedgerError(BroadsheetError):
    """Characters of a page that are lost, added or used twice. Nothing is written."""


class HandEditedError(BroadsheetError):
    """A manuscript that a person changed since ingest wrote it. It is overwritten only on request."""


class ManuscriptError(BroadsheetError):
    """A manuscript or `edition.yaml` that does not follow the schema."""


class PressError(BroadsheetError):
    """A site that cannot be built completely."""


class PublishError(BroadsheetError):
    """A site that cannot be sent to its readers."""


class ProjectError(BroadsheetError):
    """A project that no command can work on now: another command does, or a journal is damaged."""


def system_finding(error: OSError) -> Finding:
    """Return the finding for an error of the system, such as a full disk or a folder that nobody may write to."""
    hint = _REMEDIES.get(error.errno or 0, "")
    return Finding("system", str(error.filename or "."), error.strerror or str(error), hint)


_REMEDIES = {
    errno.ENOSPC: "make room on this disk, then run the command again",
    errno.EDQUOT: "make room on this disk, then run the command again",
    errno.EACCES: "let this user write there, then run the command again",
    errno.EROFS: "let this user write there, then run the command again",
    errno.EEXIST: "a folder belongs here: take out what stands in its place",
    errno.ENOTDIR: "a folder belongs here: take out what stands in its place",
    errno.ELOOP: "take out this link, which leads back to itself",
    errno.EISDIR: "a file belongs here: take out the folder in its place",
    errno.ENOTEMPTY: "take out what is in this folder, then run the command again",
}
"""What to do about an error of the system, by its number."""


def told(error: BroadsheetError | OSError) -> str:
    """Return what to print of `error`: its findings, or the one about an error of the system."""
    return str(system_finding(error)) if isinstance(error, OSError) else str(error)


def raise_if_any(error: type[BroadsheetError], findings: Iterable[Finding]) -> None:
    """Raise `error` with all `findings`, so that an editor sees every mistake at once. Without findings, do nothing."""
    found = tuple(findings)
    if found:
        raise error(*found)
