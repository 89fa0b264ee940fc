"""The preview of `inv serve`: the site of all files that are sound, and the errors of the others by their addresses."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePath
from typing import NamedTuple

from broadsheet.manuscript.place import EDITION_FILE, address_of, edition_date, page_address
from broadsheet.model.errors import BroadsheetError, ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.press.paper.conf import PREVIEW_SETTINGS
from broadsheet.press.run.report import Report
from broadsheet.press.site import make_site

ELSEWHERE = "/"
"""The address at which errors are shown that are in no file of an edition."""


class Preview(NamedTuple):
    """The report of a build, None where the site stayed as it was, and the errors by the address that they concern."""

    report: Report | None
    failures: Mapping[str, tuple[Finding, ...]]


def build_preview(content: Path) -> Preview:
    """Build the preview; where files below `content` have errors, build it without these files."""
    findings: list[Finding] = []
    left_out: frozenset[str] = frozenset()
    while True:
        try:
            report = make_site(PREVIEW_SETTINGS, patient=True, leave_out=left_out, SITEURL="")
        except BroadsheetError as error:
            findings += error.findings
            wrong = left_out.union(_below(content, error.findings))
            if wrong == left_out:
                return Preview(None, _by_address(content, findings))
            left_out = wrong
        else:
            return Preview(report, _by_address(content, findings))


def _below(content: Path, findings: Iterable[Finding]) -> Iterator[str]:
    """Yield the paths below `content` of the files with `findings`; an edition goes with its edition.yaml."""
    for path in (Path(finding.path) for finding in findings):
        if path.is_relative_to(content):
            gone = path.parent.rglob("*") if path.name == EDITION_FILE else [path]
            yield from (one.relative_to(content).as_posix() for one in gone)


def _by_address(content: Path, findings: Iterable[Finding]) -> dict[str, tuple[Finding, ...]]:
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[_address(content, PurePath(finding.path))].append(finding)
    return {address: tuple(dict.fromkeys(those)) for address, those in found.items()}


def _address(content: Path, path: PurePath) -> str:
    """Return the address of a manuscript, of the page of a page map, of the edition of any other file in its folder."""
    if not path.is_relative_to(content):
        return ELSEWHERE
    try:
        return address_of(path).href
    except ManuscriptError:
        pass
    if page := page_address(path):
        return page.href
    day = path.relative_to(content).parts[0]
    return f"/{day}/" if edition_date(day) else ELSEWHERE
