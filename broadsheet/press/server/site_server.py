"""The server itself: output/ as GitHub Pages serves it, with what failed at its address, and pages that reload."""

from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from broadsheet.press.admin.vendored import ADMIN
from broadsheet.press.server.audience import COOKIE, Audience
from broadsheet.press.server.builds import Builds, failure_page

_OWN = "/.preview/"  # no file of a site has such a path
_SCRIPT = Path(__file__).with_name("reload.js")
_PATIENCE = 25.0  # seconds that a page waits for the next build before it asks again
_END = b"</body>"


def site_server(output: Path, port: int, builds: Builds, audience: Audience) -> ThreadingHTTPServer:
    """Return a server of the folder `output` for `audience` at `port` of this machine; 0 chooses a free one.

    Raises OSError where the port cannot be used, and OverflowError where there is no such port.
    """
    handler = partial(_Handler, builds, audience, directory=str(output))
    return ThreadingHTTPServer((audience.listens_at, port), handler)


class _Handler(SimpleHTTPRequestHandler):
    """Serves files, with 404.html for missing ones; lists no folder, shows no hidden file, forbids caching."""

    def __init__(self, builds: Builds, audience: Audience, *args: Any, **settings: Any) -> None:
        self._builds = builds
        self._audience = audience
        super().__init__(*args, **settings)

    def send_head(self) -> Any:  # the standard library's types: an open file, or None
        """Send the headers of a page, or refuse the request."""
        address = urlsplit(self.path)
        if not self._audience.is_named(self._host()):
            self.send_error(HTTPStatus.MISDIRECTED_REQUEST, "this preview answers to its own address only")
        elif not self._audience.admits(self.client_address[0], self.headers.get("Cookie", "")):
            self._ask_for_key(parse_qs(address.query).get("key", [""])[-1])
        elif address.path.startswith(_OWN):
            self._answer_page(address.path.removeprefix(_OWN), parse_qs(address.query))
        elif not self._may_be_shown():
            self.send_error(HTTPStatus.NOT_FOUND)
        elif failures := self._builds.failures.get(unquote(address.path)):
            return self._page(failure_page(failures), HTTPStatus.INTERNAL_SERVER_ERROR)
        else:
            return self._found()
        return None

    def _host(self) -> str:
        """Return the name that the request has for this machine, without the port."""
        return urlsplit(f"//{self.headers.get('Host', '')}").hostname or ""

    def _ask_for_key(self, shown: str) -> None:
        """Let in who shows the key in the address, and keep it in a cookie; refuse others."""
        if not self._audience.admits(self.client_address[0], f"{COOKIE}={shown}"):
            message = "open the address that inv serve printed, or read its QR code"
            self.send_error(HTTPStatus.FORBIDDEN, message)
            return
        self.send_response(HTTPStatus.SEE_OTHER)
        self.send_header("Set-Cookie", f"{COOKIE}={shown}; Path=/; HttpOnly; SameSite=Strict")
        self.send_header("Location", "/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer_page(self, name: str, query: dict[str, list[str]]) -> None:
        """Answer the script that reloads pages, which asks whether another build than the one it knows has ended."""
        known = query.get("build", ["0"])[-1]
        if name == _SCRIPT.name:
            self._send(_SCRIPT.read_bytes(), "text/javascript; charset=utf-8")
        elif name == "changes" and known.isdecimal():
            is_new = self._builds.wait(int(known), _PATIENCE)
            self._send(b"data: built\n\n" if is_new else b": none\n\n", "text/event-stream")
        else:
            self.send_error(HTTPStatus.NOT_FOUND)

    def _send(self, data: bytes, media_type: str) -> None:
        self._send_headers(HTTPStatus.OK, media_type, len(data))
        self.wfile.write(data)

    def _send_headers(self, status: int, media_type: str, size: int) -> None:
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(size))
        self.end_headers()

    def _found(self) -> Any:
        """Send the headers of a file; a page gets the script that reloads it, but for the form, which may be half filled."""
        path, asked = Path(self.translate_path(self.path)), self.path.partition("?")[0]
        page = path / "index.html" if asked.endswith("/") else path
        if page.suffix == ".html" and page.is_file() and not asked.startswith(f"/{ADMIN}/"):
            return self._page(page.read_bytes(), HTTPStatus.OK)
        return super().send_head()

    def _page(self, html: bytes, status: HTTPStatus) -> BytesIO:
        script = f'<script src="{_OWN}{_SCRIPT.name}?build={self._builds.ended}"></script>'.encode()
        before, end, after = html.rpartition(_END)
        data = b"".join((before, script, end, after)) if end else html
        self._send_headers(status, "text/html; charset=utf-8", len(data))
        return BytesIO(data)

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
        data = self._page(page.read_bytes(), HTTPStatus.NOT_FOUND).getvalue()
        if self.command != "HEAD":
            self.wfile.write(data)

    def end_headers(self) -> None:
        """End the headers, with one that forbids caching."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the standard library's name
        """Log no requests."""
