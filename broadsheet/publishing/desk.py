"""The command `inv publish`: build, check, compare with what readers have, say what changes, send."""

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from broadsheet.files.page_files import CONTENT
from broadsheet.manuscript.addresses_file import ADDRESSES_FILE
from broadsheet.model.errors import BroadsheetError, PublishError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.numbers import number_of
from broadsheet.press import build_site, check_site
from broadsheet.press.paper.conf import PUBLISH_SETTINGS, TARGET, settings_of
from broadsheet.press.site import site_for_readers
from broadsheet.proof import lint_project
from broadsheet.publishing.changes import Changes, compare, site_files
from broadsheet.publishing.reader_changes import address_at, articles_in, is_notice, moves, reader_changes
from broadsheet.publishing.target import Target
from broadsheet.publishing.targets import target_of
from broadsheet.publishing.tools import run
from broadsheet.publishing.vanished import lead_on_from, refuse_lost_articles, vanished_pages

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
        if lint_project(Path()):
            print("nothing was published: mend the errors above", file=sys.stderr)
            return 1
        _bring_up_to_date(target, output, dict(report.left), options)
    return 0


def _bring_up_to_date(target: Target, output: Path, left: Mapping[str, str], options: Options) -> None:
    """Make the site at `target` that in `output`, and say what that changes; `left` are the addresses that were left."""
    published, made = target.published(), site_files(output)
    changes = compare(published, made)
    if not any(changes):
        print(f"{target.name}: readers have all of this already; nothing was sent")
        return
    now_left = _now_left(target, changes, left)
    print(f"{target.name}: for readers this changes")
    most = None if options.dry_run else _MOST_ADDRESSES
    print("\n".join(reader_changes(changes, now_left).lines(most)), flush=True)
    vanished = vanished_pages(published, made)
    refuse_lost_articles(vanished, _same_titles(target, output, changes))
    if not options.allow_shrink:
        raise_if_any(PublishError, _shrunk(published, now_left))
    if options.dry_run:
        print("a dry run: nothing was sent")
        return
    lead_on_from(vanished, made)
    target.send(output, changes, made)
    sent, gone = number_of(len(changes.sent), "file"), len(changes.withdrawn)
    print(f"{target.name}: published ({sent} sent, {gone:,} deleted)")


def _now_left(target: Target, changes: Changes, left: Mapping[str, str]) -> dict[str, str]:
    """Return those of `left` where readers have something else so far."""
    added, changed = (
        set(map(address_at, changes.added)),
        [path for path in changes.changed if address_at(path) in left],
    )
    known = target.read(changed) if changed else {}
    changed_now = {address_at(path) for path, page in known.items() if not is_notice(page)}
    return {address: to for address, to in left.items() if address in added | changed_now}


def _same_titles(target: Target, output: Path, changes: Changes) -> dict[str, str]:
    """Return where the articles that are gone may be now: at new pages with the same title."""
    gone = articles_in(changes.withdrawn)
    new = {path: (output / path).read_bytes() for path in articles_in(changes.added)} if gone else {}
    return dict(moves(target.read(gone), new)) if new else {}


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


def _shrunk(published: Mapping[str, str], left: Mapping[str, str]) -> list[Finding]:
    before = len(articles_in(published))
    gone = len(articles_in(f"{address[1:]}index.html" for address, to in left.items() if not to))
    if not gone or gone < before / 10:
        return []
    message = f"readers have {number_of(before, 'article')}, and this withdraws {gone:,} of them"
    hint = "if they are all meant to go: inv publish --allow-shrink"
    return [Finding(code="shrunk", path=str(CONTENT / ADDRESSES_FILE), message=message, hint=hint)]
