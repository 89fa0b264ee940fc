"""The command `inv lint`: run all checks, print what they find, and mend what cannot change a text's meaning."""

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import NamedTuple, TextIO

from broadsheet.files.page_files import settle_content
from broadsheet.files.quick_files import write
from broadsheet.model.desk_settings import DeskSettings
from broadsheet.model.errors import BroadsheetError, ProjectError, raise_if_any, told
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.message import say
from broadsheet.model.numbers import number_of
from broadsheet.proof.findings import archive_findings, article_findings
from broadsheet.proof.formats import FORMATS
from broadsheet.proof.read.archive_reader import read_archive
from broadsheet.proof.read.store import Store, load, save
from broadsheet.proof.read.tree import Tree, tree_of
from broadsheet.proof.rulings import rulings_findings
from broadsheet.proof.site_run import findings_of_site, has_site
from broadsheet.proof.words import in_words, words_in

# A mistake in a template is on every page, so only the first ones are printed.
_OF_A_KIND = 20
_OF_SITE = "site-"
_CACHE, _STORE = Path(".cache"), "lint.msgpack"


class LintOptions(NamedTuple):
    """What an editor asks of `inv lint`.

    `paths`: show only what is found in these files and folders. `form`: a name of `FORMATS`. `fix`: mend what cannot
    change a text's meaning; with `dry_run`, print what would change and write nothing.
    """

    paths: tuple[Path, ...] = ()
    form: str = "text"
    fix: bool = False
    dry_run: bool = False


def lint_project(
    root: Path,
    settings: DeskSettings,
    options: LintOptions = LintOptions(),  # noqa: B008  frozen
    refused: Callable[[], Sequence[Finding]] = tuple,
) -> int:
    """Check the project at `root` and print the findings; return 1 if one of them is an error, else 0.

    `refused` returns the errors for which a build would be refused; where a check finds one at the same line, that is printed.
    With `options.fix` and `options.dry_run`, only print what would change, and return 0.
    """
    start = time.monotonic()
    try:
        raise_if_any(ProjectError, map(_missing, (path for path in options.paths if not path.exists())))
        settle_content()
        content = _shown(root / "content")
        if options.fix and _fix(tree_of(content, settings.limits), options):
            return 0
        output = _shown(root / "output")
        found = [
            *content_findings(content, settings, root / _CACHE / _STORE),
            *rulings_findings(_shown(root / "raw")),
            *findings_of_site(output, root / _CACHE),
        ]
    except (BroadsheetError, OSError) as error:
        print(told(error), file=sys.stderr)
        return 1
    found = list(_below([*found, *_further(refused(), found)], options.paths))
    _tell(found, settings.language, options.form)
    proofed = "content/ and output/" if has_site(output) else "content/; there is no built site"
    took = f"({time.monotonic() - start:.1f} s)"
    print(f"lint: {_counts(found)} in {proofed} {took}", file=_for_people(options.form))
    return 1 if any(finding.severity is Severity.ERROR for finding in found) else 0


def content_findings(content: Path, settings: DeskSettings, store_file: Path | None = None) -> list[Finding]:
    """Return the findings about the folder `content`. What `store_file` knows of unchanged files is not found anew."""
    store = load(Store, store_file, content) if store_file else Store("")
    known = dict(store.manuscripts), dict(store.pictures)
    archive = read_archive(tree_of(content, settings.limits), store, article_findings, settings.today)
    if store_file and known != (store.manuscripts, store.pictures):
        save(store, store_file)
    return list(archive_findings(archive))


def _further(refused: Iterable[Finding], found: Iterable[Finding]) -> Iterator[Finding]:
    """Yield those of `refused` at whose line none of `found` is an error."""
    places = {(finding.path, finding.line) for finding in found if finding.severity is Severity.ERROR}
    return (finding for finding in refused if (finding.path, finding.line) not in places)


def _fix(tree: Tree, options: LintOptions) -> bool:
    """Mend the manuscripts, or print what would change. Return whether this is all that was asked for."""
    from broadsheet.proof.fixes import fixed_files  # noqa: PLC0415  lazy: loads Markdown

    for file in fixed_files(tree, lambda path: _is_below(path, options.paths)):
        if options.dry_run:
            print(file.diff, end="")
        else:
            write(str(file.path), file.after.encode())
            print(f"{file.path}: mended", file=_for_people(options.form))
    return options.dry_run


def _missing(path: Path) -> Finding:
    return Finding(
        "no-file", str(path), say("there is no such file or folder"), say("name what is to be checked")
    )


def _shown(path: Path) -> Path:
    """Return `path` relative to the working folder, or unchanged where it lies outside of it."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _below(findings: Iterable[Finding], paths: Sequence[Path]) -> Iterator[Finding]:
    return (finding for finding in findings if _is_below(finding.path, paths))


def _is_below(path: str, folders: Sequence[Path]) -> bool:
    """Whether `path` is one of `folders` or lies in one; without any, all paths do."""
    return not folders or any(PurePath(path).is_relative_to(folder) for folder in folders)


def _tell(findings: Sequence[Finding], language: str, form: str) -> None:
    """Print `findings`; for people, only some of each kind about the site."""
    words = words_in(language)
    shown, codes = [], Counter[str]()
    for finding in findings:
        codes[finding.code] += 1
        if form != "text" or not finding.code.startswith(_OF_SITE) or codes[finding.code] <= _OF_A_KIND:
            shown.append(in_words(finding, words))
    print(FORMATS[form](shown), end="")
    for code, count in codes.items():
        if form == "text" and code.startswith(_OF_SITE) and count > _OF_A_KIND:
            print(f"{code}: and {count - _OF_A_KIND} more like it")


def _counts(findings: Iterable[Finding]) -> str:
    counts = Counter(finding.severity for finding in findings)
    return ", ".join(number_of(counts[severity], severity.value) for severity in Severity)


def _for_people(form: str) -> TextIO:
    """Return where what is not a finding is printed: what a program reads holds findings alone."""
    return sys.stdout if form == "text" else sys.stderr
