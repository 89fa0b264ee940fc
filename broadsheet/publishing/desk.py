"""The command `inv publish`: build, check, compare with what readers have, say what changes, send."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from broadsheet.model.errors import BroadsheetError, PublishError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.numbers import number_of
from broadsheet.press import build_site, check_site, desk_settings
from broadsheet.press.paper.conf import PUBLISH_SETTINGS, TARGET, settings_of
from broadsheet.press.site import site_for_readers
from broadsheet.proof import lint_project
from broadsheet.publishing.changes import Changes, compare, site_files
from broadsheet.publishing.reader_changes import ReaderChanges, articles_in, moves, reader_changes
from broadsheet.publishing.target import Target
from broadsheet.publishing.targets import target_of
from broadsheet.publishing.tools import run

_INTERRUPTED = 130  # what a shell returns for a command that Ctrl+C ended
_MOST_NAMES = 5
_MOST_ADDRESSES = 20  # of a kind; a dry run names all


class Options(NamedTuple):
    """What an operator asks of a publish.

    `dry_run`: send nothing. `dirty`: publish what is not committed. `allow_shrink`: withdraw a tenth of the articles or
    more. `check`: first compare the site, byte for byte, with a build from nothing.
    """

    dry_run: bool = False
    dirty: bool = False
    allow_shrink: bool = False
    check: bool = False


def publish_site(options: Options = Options()) -> int:  # noqa: B008  frozen
    """Publish the project in the working folder. Return 0, or 1 after printing why it is not published."""
    try:
        return _publish(options)
    except BroadsheetError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\ninterrupted: readers may have part of it\n    → to finish it: inv publish", file=sys.stderr)
        return _INTERRUPTED


def _publish(options: Options) -> int:
    settings = settings_of(PUBLISH_SETTINGS)
    target = target_of(settings.get(TARGET, ""))
    raise_if_any(PublishError, _no_address(settings))
    if not (options.dirty or options.dry_run):
        _require_commits()
    if options.check and (build_site(publish=True) or check_site(publish=True)):
        return 1
    with site_for_readers() as (report, output):
        print(report)
        if lint_project(Path(), desk_settings()):
            print("nothing was published: mend the errors above", file=sys.stderr)
            return 1
        _bring_up_to_date(target, output, options)
    return 0


def _bring_up_to_date(target: Target, output: Path, options: Options) -> None:
    """Make the site at `target` that in `output`, and say what that changes."""
    published, made = target.published(), site_files(output)
    changes = compare(published, made)
    if not any(changes):
        print(f"{target.name}: readers have all of this already; nothing was sent")
        return
    print(f"{target.name}: for readers this changes")
    most = None if options.dry_run else _MOST_ADDRESSES
    print("\n".join(_reader_changes(target, output, changes).lines(most)), flush=True)
    if not options.allow_shrink:
        raise_if_any(PublishError, _shrunk(published, made))
    if options.dry_run:
        print("a dry run: nothing was sent")
        return
    target.send(output, changes, made)
    sent, gone = number_of(len(changes.sent), "file"), len(changes.withdrawn)
    print(f"{target.name}: published ({sent} sent, {gone:,} deleted)")


def _reader_changes(target: Target, output: Path, changes: Changes) -> ReaderChanges:
    old = target.read(articles_in(changes.withdrawn)) if articles_in(changes.withdrawn) else {}
    new = {path: (output / path).read_bytes() for path in articles_in(changes.added)} if old else {}
    return reader_changes(changes, moves(old, new))


def _no_address(settings: Mapping[str, object]) -> list[Finding]:
    if settings.get("SITEURL"):
        return []
    message = "SITEURL is empty, so feeds and sitemaps would lead readers nowhere"
    hint = f'SITEURL = "https://example.org/paper" in {PUBLISH_SETTINGS}'
    return [Finding(code="no-address", path=PUBLISH_SETTINGS, message=message, hint=hint)]


def _require_commits() -> None:
    """Raise PublishError where the project holds changes that are not committed: nobody could make this site again."""
    hint = "commit them, or publish them as they are: inv publish --dirty"
    told = run("git", "status", "--porcelain", "-z", "--no-renames", "--", ".", hint=hint)
    names = [os.fsdecode(entry[3:]) for entry in told.split(b"\0") if entry]
    if names:
        more = f" and {len(names) - _MOST_NAMES} more" if len(names) > _MOST_NAMES else ""
        message = f"{', '.join(names[:_MOST_NAMES])}{more}: not committed"
        raise PublishError(Finding(code="not-committed", path=".", message=message, hint=hint))


def _shrunk(published: Mapping[str, str], made: Mapping[str, str]) -> list[Finding]:
    before, now = len(articles_in(published)), len(articles_in(made))
    if before - now < before / 10 or not before:
        return []
    message = f"readers have {number_of(before, 'article')}, and this site has {now:,}"
    hint = "look for what is missing in content/; if it is meant to go: inv publish --allow-shrink"
    return [Finding(code="shrunk", path=".", message=message, hint=hint)]
