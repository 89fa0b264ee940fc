"""The command `inv publish`: build, check, compare with what readers have, say what changes, send."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from broadsheet.files.page_files import CONTENT, settle_content
from broadsheet.manuscript.records.addresses_file import ADDRESSES_FILE
from broadsheet.model.errors import BroadsheetError, PublishError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.numbers import number_of
from broadsheet.press import build_site, check_site, desk_settings
from broadsheet.press.paper.conf import PUBLISH_SETTINGS, TARGET, settings_of
from broadsheet.press.site import site_for_readers, system_errors
from broadsheet.proof import lint_project
from broadsheet.publishing.comparison import Comparison, EarlierSite, compared
from broadsheet.publishing.reader_changes import articles_in
from broadsheet.publishing.target import Target
from broadsheet.publishing.targets import target_of
from broadsheet.publishing.tools import run
from broadsheet.publishing.vanished import lead_on_from, refuse_lost_articles

_INTERRUPTED = 130  # what a shell returns for a command that Ctrl+C ended
_MOST_NAMES = 5
_MOST_ADDRESSES = 20  # of a kind; a dry run names all
_MOST_IN_REPORT = 200


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
    with system_errors():
        settle_content()  # what a killed command wrote into content/ is not committed
    if not (options.dirty or options.dry_run):
        _require_commits()
    if options.check and (build_site(publish=True) or check_site(publish=True)):
        return 1
    with site_for_readers() as (report, output):
        print(report)
        if lint_project(Path(), desk_settings()):
            print("nothing was published: mend the errors above", file=sys.stderr)
            return 1
        _bring_up_to_date(target, output, dict(report.left), options)
    return 0


def say_changes(earlier: Path) -> int:
    """Build the site for readers, and print what it changes for those who have the site in the folder `earlier`.

    Return 0, or 1 after printing why it cannot be published: an error, or articles that would vanish.
    """
    try:
        with site_for_readers() as (report, output):
            found = compared(EarlierSite(earlier), output, dict(report.left))
        print("\n".join(found.lines(_MOST_IN_REPORT)) or "readers would see no change", flush=True)
        refuse_lost_articles(found.vanished, found.same_titles)
    except BroadsheetError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _bring_up_to_date(target: Target, output: Path, left: Mapping[str, str], options: Options) -> None:
    """Make the site at `target` that in `output`, and say what that changes; `left` are the addresses that were left."""
    found = compared(target, output, left)
    if not any(found.changes):
        print(f"{target.name}: readers have all of this already; nothing was sent")
        return
    print(f"{target.name}: for readers this changes")
    print("\n".join(found.lines(None if options.dry_run else _MOST_ADDRESSES)), flush=True)
    refuse_lost_articles(found.vanished, found.same_titles)
    if not options.allow_shrink:
        raise_if_any(PublishError, _shrunk(found))
    if options.dry_run:
        print("a dry run: nothing was sent")
        return
    lead_on_from(found.vanished, found.made)
    target.send(output, found.changes, found.made)
    sent, gone = number_of(len(found.changes.sent), "file"), len(found.changes.withdrawn)
    print(f"{target.name}: published ({sent} sent, {gone:,} deleted)")


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


def _shrunk(found: Comparison) -> list[Finding]:
    before, gone = len(articles_in(found.published)), len(found.withdrawn)
    if not gone or gone < before / 10:
        return []
    message = f"readers have {number_of(before, 'article')}, and this withdraws {gone:,} of them"
    hint = "if they are all meant to go: inv publish --allow-shrink"
    return [Finding(code="shrunk", path=str(CONTENT / ADDRESSES_FILE), message=message, hint=hint)]
