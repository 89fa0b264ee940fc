"""The command `inv verify`: follow every character from raw/ and content/ to all that readers get."""

import multiprocessing
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TypeVar

from broadsheet.files.page_files import CONTENT, settle_content
from broadsheet.ingest.text.raw_files import find_raw_pages
from broadsheet.manuscript.place import edition_folders
from broadsheet.manuscript.records.addresses_file import read_left_addresses
from broadsheet.model.errors import BroadsheetError, told
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.message import say
from broadsheet.model.numbers import number_of
from broadsheet.press.paper.clock import clock_of
from broadsheet.press.paper.conf import PREVIEW_SETTINGS, settings_of
from broadsheet.proof.words import Say, in_words, words_in
from broadsheet.verification.editions import checked_edition
from broadsheet.verification.feeds import feed_findings
from broadsheet.verification.raw_pages import raw_page_findings

T = TypeVar("T")
R = TypeVar("R")

_SEVERAL = 12  # editions or pages, from which on starting processes pays


def verify_project() -> int:
    """Verify the project in the working folder, and print what is lost or changed; return 1 if anything is lost, else 0.

    An editor's change of a printed page is named and is no fault.
    """
    start = time.monotonic()
    try:
        settle_content()
        settings = settings_of(PREVIEW_SETTINGS)
        words = words_in(settings.get("DEFAULT_LANG") or "en")
        output = Path(settings["OUTPUT_PATH"])
        if not (output / "index.html").is_file():
            nothing = Finding("no-site", str(output), say("there is no site here yet"), "inv build")
            print(in_words(nothing, words), file=sys.stderr)
            return 1
        raws = find_raw_pages([Path("raw")]) if Path("raw").is_dir() else ()
        left = frozenset(read_left_addresses(CONTENT).left.all)
        check = partial(checked_edition, output=output, left=left, clock=clock_of(settings))
        editions = list(_each(list(edition_folders(CONTENT)), check))
        articles = {article.address.href: article for edition in editions for article in edition.articles}
        lost, edited = _tell(
            chain(
                _flat(edition.findings for edition in editions),
                feed_findings(output, articles),
                _flat(_each(raws, raw_page_findings)),
            ),
            words,
        )
    except (BroadsheetError, OSError) as error:
        print(told(error), file=sys.stderr)
        return 1
    found = f"{number_of(lost, 'text')} lost, {number_of(edited, 'article')} edited after print"
    held = f"{number_of(len(articles), 'article')}, {number_of(len(raws), 'raw page')}"
    print(f"verify: {found} in {held} ({time.monotonic() - start:.1f} s)")
    return 1 if lost else 0


def _flat(lists: Iterable[list[Finding]]) -> Iterator[Finding]:
    return chain.from_iterable(lists)


def _each(things: Sequence[T], work: Callable[[T], R]) -> Iterator[R]:
    """Yield what `work`, a function of a module, makes of each of `things`; many are shared out among all cores."""
    if len(things) < _SEVERAL:
        yield from map(work, things)
        return
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as processes:
        yield from processes.map(work, things, chunksize=4)


def _tell(findings: Iterable[Finding], words: Say) -> tuple[int, int]:
    """Print `findings` in the language of `words`, and return the numbers of errors and of doubts."""
    errors = doubts = 0
    for finding in findings:
        print(in_words(finding, words))
        errors += finding.severity is Severity.ERROR
        doubts += finding.severity is Severity.DOUBT
    return errors, doubts
