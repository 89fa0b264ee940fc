"""The site on this machine for the desk: drafts included, made again whenever a manuscript or the theme changes."""

import sys
import threading
from collections.abc import Collection, Iterator, Mapping
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import watchfiles

from broadsheet.model.errors import BroadsheetError, PressError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.press.paper.conf import PREVIEW_SETTINGS, settings_of
from broadsheet.press.site import make_site

_HOST = "127.0.0.1"


def serve(port: int) -> int:
    """Build, serve and rebuild until interrupted; return 0, or 1 where the port is taken or the settings are wrong.

    A mistake in a manuscript does not end the service: it is said, and the site stays as it was till it is mended.
    """
    try:
        settings = settings_of(PREVIEW_SETTINGS)
        raise_if_any(PressError, _missing(settings))
        server = ThreadingHTTPServer((_HOST, port), partial(_Handler, directory=settings["OUTPUT_PATH"]))
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
            _rebuild_on_change(settings, f"http://{_HOST}:{server.server_port}/")
        except KeyboardInterrupt:
            print()
        finally:
            server.shutdown()
    return 0


def _missing(settings: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield what to tell of folders that cannot be watched, since they are not there."""
    for name in ("PATH", "THEME"):
        if not Path(settings[name]).is_dir():
            hint = f"make it, or mend {name} in {PREVIEW_SETTINGS}"
            yield Finding(
                code="no-folder", path=str(settings[name]), message="there is no such folder", hint=hint
            )


def _rebuild_on_change(settings: Mapping[str, Any], address: str) -> None:
    # The watch begins before the first build, so that a change during a build is not missed.
    paths = [Path(settings["PATH"]), Path(settings["THEME"])]
    changes = watchfiles.watch(*paths, yield_on_timeout=True, rust_timeout=200)
    next(changes)
    known = _said_in_settings()
    _print_again()
    print(f"{address} shows output/ and follows content/ and the theme; Ctrl+C ends it", flush=True)
    for changed in changes:
        before, known = known, _said_in_settings()
        if names := names_of(changed) + [PREVIEW_SETTINGS] * (known != before):
            print(f"changed: {', '.join(names)}", flush=True)
            _print_again()


def _said_in_settings() -> bytes:
    """Return what the settings' file holds. A watch stays with a file, while most programs save by putting another in its place."""
    try:
        return Path(PREVIEW_SETTINGS).read_bytes()
    except OSError:
        return b""


def names_of(changed: Collection[tuple[watchfiles.Change, str]]) -> list[str]:
    """Name the files that changed, without those that came and went within a moment: an editing program's own."""
    passing = {path for kind, path in changed if kind == watchfiles.Change.added and not Path(path).exists()}
    return sorted({Path(path).name for _, path in changed if path not in passing})


def _print_again() -> None:
    try:
        print(make_site(PREVIEW_SETTINGS, SITEURL=""), flush=True)
    except BroadsheetError as error:
        print(error, file=sys.stderr)


class _Handler(SimpleHTTPRequestHandler):
    """Serves output/ as GitHub Pages does: 404.html for what is not there, and nothing is cached."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the standard library's name
        """Say nothing of each request."""
