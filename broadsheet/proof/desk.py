"""The proof desk: every check over content/ and over the built site, told line by line."""

import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.reader import parse_article
from broadsheet.model.about_file import is_about_page
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.numbers import number_of
from broadsheet.proof.archive import Bundle, Tree, bundles, tree_of
from broadsheet.proof.edition_checks import EDITION_CHECKS
from broadsheet.proof.manuscript_checks import MANUSCRIPT_CHECKS, pictures_named
from broadsheet.proof.site_checks import PAGE_CHECKS, site_findings
from broadsheet.proof.tree_checks import TREE_CHECKS, unused_pictures

CHECKS = (*TREE_CHECKS, *EDITION_CHECKS, *MANUSCRIPT_CHECKS, *PAGE_CHECKS)
"""Every rule, from the folder to the finished page."""

# The way to its style sheets says where a site's links begin.
_THEME = re.compile(r'href="(/(?:[^"]*/)?)theme/')
# One fault of a template is on every page; a few of them show it.
_OF_A_KIND = 20


def lint_project(root: Path) -> int:
    """Proof the project at `root` and say what was found; return 1 while an error stands, else 0."""
    start = time.monotonic()
    content, output = _shown(root / "content"), _shown(root / "output")
    counts = _tell(content_findings(content)) + _tell(_site(output), at_most=_OF_A_KIND)
    errors, doubts = counts[Severity.ERROR], counts[Severity.DOUBT]
    proofed = "content/ and output/" if _front(output).is_file() else "content/; there is no built site"
    found = f"{number_of(errors, 'error')}, {number_of(doubts, 'doubt')}"
    print(f"lint: {found} in {proofed} ({time.monotonic() - start:.1f} s)")
    return 1 if errors else 0


def _shown(path: Path) -> Path:
    """Return `path` as an editor would type it: from the working folder where it lies below it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _tell(findings: Iterable[Finding], at_most: int = 0) -> Counter[Severity]:
    """Print `findings`, of each code `at_most` so many where that is given, and count them."""
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


def content_findings(content: Path) -> Iterator[Finding]:
    """Yield what is wrong or doubtful in the manuscripts: first the folder's own, then edition by edition."""
    tree = tree_of(content)
    for check in TREE_CHECKS:
        yield from check(tree)
    yield from _about(tree)
    used: set[str] = set()
    unread: set[str] = set()
    for bundle in bundles(tree):
        yield from _bundle(bundle)
        used.update(*map(pictures_named, bundle.copies))
        if bundle.unreadable:
            unread.add(bundle.folder.name)
    yield from unused_pictures(tree, frozenset(used), frozenset(unread))


def _bundle(bundle: Bundle) -> Iterator[Finding]:
    yield from bundle.unreadable
    if not bundle.unreadable:
        for edition_check in EDITION_CHECKS:
            yield from edition_check(bundle)
    for copy in bundle.copies:
        for check in MANUSCRIPT_CHECKS:
            yield from check(copy, bundle)


def _about(tree: Tree) -> Iterator[Finding]:
    """Yield why the about page cannot be read, in any of its languages."""
    for name in sorted(filter(is_about_page, tree.files)):
        path = tree.content / name
        try:
            parse_article(read_utf8(path), path)
        except ManuscriptError as error:
            yield from error.findings


def _front(output: Path) -> Path:
    return output / "index.html"


def _site(output: Path) -> Iterator[Finding]:
    """Yield what is wrong in the built site, where there is one."""
    if _front(output).is_file():
        theme = _THEME.search(_front(output).read_text("utf-8", "replace"))
        yield from site_findings(output, theme[1] if theme else "/")
