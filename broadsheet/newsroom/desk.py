"""The commands `inv new` and `inv list`: what an editor types → files and tables, messages and exit codes."""

import datetime as dt
import os
import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from broadsheet.manuscript.place import edition_date
from broadsheet.manuscript.values import BadValueError, whole_number
from broadsheet.model.edition import EditionFacts
from broadsheet.model.errors import BroadsheetError, told
from broadsheet.model.schedule import Clock
from broadsheet.newsroom.articles import new_article
from broadsheet.newsroom.editions import new_edition
from broadsheet.newsroom.listing import articles_table, editions_table
from broadsheet.newsroom.terminal import show

_CONTENT = Path("content")
_MOST_PAGES = 99_999  # manuscript.place has no path for more


class _UsageError(Exception):
    """Words that are no command; the message says what is wrong and what to type."""


def make_new(words: Sequence[str], title: str = "") -> int:
    """Make what `words` name: `edition DATE`, or `article DATE PAGE` with the headline `title`. Return an exit code.

    A new article is opened in $EDITOR where a person sits at the terminal.
    """
    match words:
        case ("edition", date) if not title:
            return _told(lambda: _new_edition(date))
        case ("article", date, page):
            return _told(lambda: _new_article(date, page, title))
        case _:
            print(
                "inv new makes an edition or an article\n"
                "    → inv new edition 2024-04-16\n"
                "    → inv new article 2024-04-16 1 --title 标题",
                file=sys.stderr,
            )
            return 2


def list_content(dates: Sequence[str], clock: Clock) -> int:
    """Print the articles of the editions of `dates`, or without dates all editions. Return an exit code.

    By `clock` it is said which articles are held.

    It is 1 where a file cannot be read, which is then in no table.
    """
    return _told(lambda: _list([_date(word) for word in dates], clock))


def _told(command: Callable[[], int]) -> int:
    """Run `command` and return its exit code, or print its error and return 1, or 2 for words that it cannot use."""
    try:
        return command()
    except _UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except (BroadsheetError, OSError) as error:
        print(told(error), file=sys.stderr)
    return 1


def _new_edition(date: str) -> int:
    edition = new_edition(_CONTENT, _date(date))
    print(f"{edition.path}: {_summary(edition.facts)}")
    print("    → check the pages, and name their page editors (page_editor)", file=sys.stderr)
    return 0


def _summary(facts: EditionFacts) -> str:
    pages = (f"{number} {page.name}".strip() for number, page in facts.pages.items())
    number = f"number {facts.number}" if facts.number else "without a number"
    return f"{number}; pages {', '.join(pages)}"


def _new_article(date: str, page: str, title: str) -> int:
    path = new_article(_CONTENT, _date(date), _page(page), title)
    print(path, flush=True)
    editor = shlex.split(os.environ.get("EDITOR", ""))
    if not editor or not (sys.stdin.isatty() and sys.stdout.isatty()):
        return 0
    return subprocess.run([*editor, path], check=False).returncode


def _list(dates: Sequence[dt.date], clock: Clock) -> int:
    folders = [_CONTENT / date.isoformat() for date in dates]
    if missing := [folder for folder in folders if not folder.is_dir()]:
        raise _UsageError(f"{missing[0]}: there is no such edition\n    → to see all editions: inv list")
    tables = [articles_table(folder, clock) for folder in folders] or [editions_table(_CONTENT, clock)]
    for table in tables:
        show(table)
    errors = [error for table in tables for error in table.errors]
    for error in errors:
        print(error, file=sys.stderr)
    return 1 if errors else 0


def _date(word: str) -> dt.date:
    date = edition_date(word)
    if date is None:
        raise _UsageError(f"“{word}” is no date\n    → write it like 2024-04-16")
    return date


def _page(word: str) -> int:
    try:
        page = whole_number(word)
    except BadValueError as error:
        raise _UsageError(f"the page {error.message}\n    → {error.hint}") from error
    if not 0 < page <= _MOST_PAGES:
        raise _UsageError(f"there is no page {page}\n    → pages count from 1")
    return page
