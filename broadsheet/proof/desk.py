"""The proof desk: every check over content/ and over the built site, told line by line."""

import re
from collections.abc import Iterator
from pathlib import Path

from broadsheet.model.finding import Finding, Severity
from broadsheet.proof.archive import bundles
from broadsheet.proof.edition_checks import EDITION_CHECKS
from broadsheet.proof.manuscript_checks import MANUSCRIPT_CHECKS
from broadsheet.proof.site_checks import site_findings

_THEME = re.compile(r'href="(/(?:[^"]*/)?)theme/')


def lint_project(root: Path) -> int:
    """Proof the project at `root` and say what was found; return 1 while an error stands, else 0."""
    counts = dict.fromkeys(Severity, 0)
    for finding in (*content_findings(root / "content"), *_site(root / "output")):
        print(finding)
        counts[finding.severity] += 1
    errors, doubts = counts[Severity.ERROR], counts[Severity.DOUBT]
    print(f"lint: {errors} errors, {doubts} doubts")
    return 1 if errors else 0


def content_findings(content: Path) -> Iterator[Finding]:
    """Yield what is wrong or doubtful in the manuscripts, edition by edition."""
    for bundle in bundles(content):
        yield from bundle.unreadable
        for edition_check in EDITION_CHECKS:
            yield from edition_check(bundle)
        for manuscript in bundle.manuscripts:
            for check in MANUSCRIPT_CHECKS:
                yield from check(manuscript)


def _site(output: Path) -> Iterator[Finding]:
    """Yield what is wrong in the built site, where there is one; the way to its style sheets says where its links begin."""
    front = output / "index.html"
    if front.is_file():
        theme = _THEME.search(front.read_text("utf-8"))
        yield from site_findings(output, theme[1] if theme else "/")
