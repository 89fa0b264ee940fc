"""The command `inv lint`: run all checks of content/ and of the built site, and print a line for each finding."""

import datetime as dt
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path

from broadsheet.files.page_files import settle_content
from broadsheet.manuscript.addresses_file import read_left_addresses
from broadsheet.manuscript.reader import read_manuscript
from broadsheet.model.about_file import is_about_page
from broadsheet.model.errors import BroadsheetError, ManuscriptError, told
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.limits import LIMITS, Limits
from broadsheet.model.numbers import number_of
from broadsheet.proof.archive import EditionFolder, Tree, edition_folders, tree_of
from broadsheet.proof.edition_checks import EDITION_CHECKS
from broadsheet.proof.manuscript_checks import MANUSCRIPT_CHECKS, pictures_named
from broadsheet.proof.picture_checks import page_pictures
from broadsheet.proof.site_checks import PAGE_CHECKS, site_findings
from broadsheet.proof.tree_checks import TREE_CHECKS, future_editions, unused_pictures

CHECKS = (*TREE_CHECKS, *EDITION_CHECKS, *MANUSCRIPT_CHECKS, *PAGE_CHECKS)
"""All checks."""

# The link to a site's style sheets shows the prefix of all its links.
_THEME = re.compile(r'href="(/(?:[^"]*/)?)theme/')
# A mistake in a template is on every page, so only the first ones are printed.
_OF_A_KIND = 20


def lint_project(root: Path, limits: Limits = LIMITS) -> int:
    """Check the project at `root` and print the findings; return 1 if one of them is an error, else 0.

    A text that has more bytes than `limits` is not read.
    """
    start = time.monotonic()
    try:
        settle_content()
    except (BroadsheetError, OSError) as error:
        print(told(error))
        return 1
    content, output = _shown(root / "content"), _shown(root / "output")
    today = dt.datetime.now(dt.UTC).date()
    in_content = chain(content_findings(content, limits), future_editions(content, today))
    counts = _tell(in_content) + _tell(_site(output), at_most=_OF_A_KIND)
    errors, doubts = counts[Severity.ERROR], counts[Severity.DOUBT]
    proofed = "content/ and output/" if _front(output).is_file() else "content/; there is no built site"
    found = f"{number_of(errors, 'error')}, {number_of(doubts, 'doubt')}"
    print(f"lint: {found} in {proofed} ({time.monotonic() - start:.1f} s)")
    return 1 if errors else 0


def _shown(path: Path) -> Path:
    """Return `path` relative to the working folder, or unchanged where it lies outside of it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _tell(findings: Iterable[Finding], at_most: int = 0) -> Counter[Severity]:
    """Print `findings` and return their numbers; with `at_most`, print only so many of each code."""
    counts: Counter[Severity] = Counter()
    codes: Counter[str] = Counter()
    for finding in findings:
        counts[finding.severity] += 1
        codes[finding.code] += 1
        if not at_most or codes[finding.code] <= at_most:
            print(finding)
    for code, count in codes.items():
        if at_most and count > at_most:
            print(f"{code}: and {count - at_most} more like it")
    return counts


def content_findings(content: Path, limits: Limits = LIMITS) -> Iterator[Finding]:
    """Yield the findings of the folder `content`: first about its files, then edition by edition."""
    tree = tree_of(content, limits)
    for check in TREE_CHECKS:
        yield from check(tree)
    yield from _about(tree)
    yield from _left_addresses(tree)
    used: set[str] = set()
    unread: set[str] = set()
    for folder in edition_folders(tree):
        yield from _edition_findings(folder)
        used.update(page_pictures(folder).values(), *map(pictures_named, folder.articles))
        if folder.unreadable:
            unread.add(folder.path.name)
    yield from unused_pictures(tree, frozenset(used), frozenset(unread))


def _edition_findings(folder: EditionFolder) -> Iterator[Finding]:
    yield from folder.unreadable
    if not folder.unreadable:
        for edition_check in EDITION_CHECKS:
            yield from edition_check(folder)
    for located in folder.articles:
        for check in MANUSCRIPT_CHECKS:
            yield from check(located, folder)


def _about(tree: Tree) -> Iterator[Finding]:
    """Yield the errors of reading the about pages."""
    for name in sorted(filter(is_about_page, tree.files)):
        path = tree.content / name
        try:
            read_manuscript(path, tree.limits.manuscript)
        except ManuscriptError as error:
            yield from error.findings


def _left_addresses(tree: Tree) -> Iterator[Finding]:
    """Yield the errors of reading `addresses.yaml`."""
    try:
        read_left_addresses(tree.content)
    except ManuscriptError as error:
        yield from error.findings


def _front(output: Path) -> Path:
    return output / "index.html"


def _site(output: Path) -> Iterator[Finding]:
    """Yield the findings of the built site, if there is one."""
    if _front(output).is_file():
        theme = _THEME.search(_front(output).read_text("utf-8", "replace"))
        yield from site_findings(output, theme[1] if theme else "/")
