"""The command `inv serve`: the preview at an address of this machine, rebuilt when content or theme changes."""

import io
import sys
import threading
from collections.abc import Collection, Iterator, Mapping
from itertools import chain
from pathlib import Path
from typing import Any

import watchfiles

from broadsheet.model.errors import BroadsheetError, PressError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.schedule import NEVER
from broadsheet.press.paper.clock import clock_of
from broadsheet.press.paper.conf import PREVIEW_SETTINGS, settings_of
from broadsheet.press.preview import build_preview
from broadsheet.press.server.audience import HOST, Audience, network_audience
from broadsheet.press.server.builds import Builds
from broadsheet.press.server.site_server import site_server
from broadsheet.press.site import load_press


def serve(port: int, *, lan: bool = False) -> int:
    """Build, serve and rebuild until interrupted; return 0, or 1 where the port is in use or the settings are wrong.

    With `lan`, also for other machines in the network, which need the key in the address that is printed. A mistake in a
    manuscript does not end it: the error is printed and shown at its address, and the rest of the site goes on.
    """
    builds = Builds()
    try:
        settings = settings_of(PREVIEW_SETTINGS)
        raise_if_any(PressError, _missing(settings))
        audience = _audience() if lan else Audience()
        server = site_server(Path(settings["OUTPUT_PATH"]), port, builds, audience)
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
            _rebuild_on_change(settings, builds, _addresses(audience, server.server_port))
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


def _audience() -> Audience:
    try:
        return network_audience()
    except OSError as error:
        hint = "join a network, or leave --lan out"
        message = f"this machine is in no network: {error.strerror}"
        raise PressError(Finding("no-network", "inv serve --lan", message, hint)) from error


def _addresses(audience: Audience, port: int) -> str:
    """Return what is printed when the preview is there: its address, and for others one with the key, as a QR code too."""
    lines = [f"http://{HOST}:{port}/ shows output/ and follows content/ and the theme; Ctrl+C ends it"]
    if audience.address:
        import segno  # noqa: PLC0415  lazy: only for --lan

        address = f"http://{audience.address}:{port}/?key={audience.key}"
        code = io.StringIO()
        segno.make(address, error="m").terminal(code, compact=True)
        lines += [f"{address} shows it, drafts included, to all in this network who have it", code.getvalue()]
    return "\n".join(lines)


def _rebuild_on_change(settings: Mapping[str, Any], builds: Builds, addresses: str) -> None:
    # Watching begins before the first build, so that no change during it is missed.
    paths = [Path(settings["PATH"]), Path(settings["THEME"])]
    changes = watchfiles.watch(*paths, yield_on_timeout=True, rust_timeout=200)
    next(changes)
    known = _settings_bytes()
    content = Path(settings["PATH"])
    until = _rebuild(content, builds)
    print(addresses, flush=True)
    load_press()
    for changed in changes:
        before, known = known, _settings_bytes()
        if names := names_of(changed) + [PREVIEW_SETTINGS] * (known != before):
            print(f"changed: {', '.join(names)}", flush=True)
            until = _rebuild(content, builds)
        elif clock_of(settings).now >= until:
            until = _rebuild(content, builds)


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


def _rebuild(content: Path, builds: Builds) -> int:
    """Build, print the report and the errors, and return the moment at which the next article is released."""
    report, failures = build_preview(content)
    builds.end(failures)
    for finding in chain(*failures.values(), report.doubts if report else ()):
        print(finding, file=sys.stderr)
    if report:
        print(report, flush=True)
    return report.waiting.until if report else NEVER
