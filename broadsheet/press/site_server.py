"""The HTTP server of `inv serve`: output/ as GitHub Pages serves it, for this machine only.

The desk's preview holds drafts. A page of another site could have its own name point to 127.0.0.1 and read them (DNS
rebinding), so a request that names another host is refused.
"""

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

HOST = "127.0.0.1"
_OUR_NAMES = (HOST, "localhost")


def site_server(output: Path, port: int) -> ThreadingHTTPServer:
    """Return a server of the folder `output` at `port` of this machine; 0 chooses a free one.

    Raises OSError where the port cannot be used, and OverflowError where there is no such port.
    """
    return ThreadingHTTPServer((HOST, port), partial(_Handler, directory=str(output)))


class _Handler(SimpleHTTPRequestHandler):
    """Serves files, with 404.html for missing ones; lists no folder, shows no hidden file, forbids caching."""

    def send_head(self) -> Any:  # the standard library's types: an open file, or None
        """Send the headers of a page, or refuse the request."""
        if self._host() not in _OUR_NAMES:
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "this preview answers to localhost only")
            return None
        if not self._may_be_shown():
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        return super().send_head()

    def _host(self) -> str:
        """Return the name that the request has for this machine, without the port."""
        return urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""

    def _may_be_shown(self) -> bool:
        """Whether the path is one that a published site could have: no NUL, and no part that begins with a dot."""
        path = unquote(self.path.partition("?")[0])
        return "\0" not in path and not any(part.startswith(".") for part in path.split("/"))

    def list_directory(self, _path: Any) -> None:
        """Answer that a folder without index.html is not there, as GitHub Pages does."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with an error, with the site's own page for a missing file."""
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
        """End the headers, with one that forbids caching."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the standard library's name
        """Log no requests."""
