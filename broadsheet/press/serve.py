"""The command `inv serve`: the preview at an address of this machine, rebuilt when content or theme changes."""

import sys
import threading
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

import watchfiles

from broadsheet.model.errors import BroadsheetError, PressError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.schedule import NEVER
from broadsheet.press.paper.clock import clock_of
from broadsheet.press.paper.conf import PREVIEW_SETTINGS, settings_of
from broadsheet.press.site import make_site
from broadsheet.press.site_server import HOST, site_server


def serve(port: int) -> int:
    """Build, serve and rebuild until interrupted; return 0, or 1 where the port is in use or the settings are wrong.

    A mistake in a manuscript does not end it: the error is printed, and the site stays as it was until the next change.
    """
    try:
        settings = settings_of(PREVIEW_SETTINGS)
        raise_if_any(PressError, _missing(settings))
        server = site_server(Path(settings["OUTPUT_PATH"]), port)
    except BroadsheetError as error:
        print(error, file=sys.stderr)
        return 1
    except OverflowError:
        print(f"there is no port {port}\n    → inv serve --port 8000", file=sys.stderr)
        return 1
    except OSError as error:
        print(
            f"port {port} cannot be used: {error.strerror}\n    → inv serve --port {port + 1}",
            file=sys.stderr,
        )
        return 1
    with server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            _rebuild_on_change(settings, f"http://{HOST}:{server.server_port}/")
        except KeyboardInterrupt:
            print()
        finally:
            server.shutdown()
    return 0


def _missing(settings: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield a finding for each folder that is missing, so that it cannot be watched."""
    for name in ("PATH", "THEME"):
        if not Path(settings[name]).is_dir():
            hint = f"make it, or mend {name} in {PREVIEW_SETTINGS}"
            yield Finding(
                code="no-folder", path=str(settings[name]), message="there is no such folder", hint=hint
            )


def _rebuild_on_change(settings: Mapping[str, Any], address: str) -> None:
    # Watching begins before the first build, so that no change during it is missed.
    paths = [Path(settings["PATH"]), Path(settings["THEME"])]
    changes = watchfiles.watch(*paths, yield_on_timeout=True, rust_timeout=200)
    next(changes)
    known = _settings_bytes()
    until = _rebuild()
    print(f"{address} shows output/ and follows content/ and the theme; Ctrl+C ends it", flush=True)
    for changed in changes:
        before, known = known, _settings_bytes()
        if names := names_of(changed) + [PREVIEW_SETTINGS] * (known != before):
            print(f"changed: {', '.join(names)}", flush=True)
            until = _rebuild()
        elif clock_of(settings).now >= until:
            until = _rebuild()


def _settings_bytes() -> bytes:
    """Return the bytes of the settings file, or b"" where it is missing.

    They are compared, since watching a single file fails with editors that replace it on saving.
    """
    try:
        return Path(PREVIEW_SETTINGS).read_bytes()
    except OSError:
        return b""


def names_of(changed: Collection[tuple[watchfiles.Change, str]]) -> list[str]:
    """Return the sorted names of the files that changed, without temporary files of editors, which are gone again."""
    passing = {path for kind, path in changed if kind == watchfiles.Change.added and not Path(path).exists()}
    return sorted({Path(path).name for _, path in changed if path not in passing})


def _rebuild() -> int:
    """Build, print the report or the errors, and return the moment at which the next article is released."""
    try:
        report = make_site(PREVIEW_SETTINGS, patient=True, SITEURL="")
        print(report, flush=True)
        for doubt in report.doubts:
            print(doubt, file=sys.stderr)
    except BroadsheetError as error:
        print(error, file=sys.stderr)
        return NEVER
    return report.waiting.until
