"""What the preview's server answers, and to whom."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from broadsheet.press.site_server import site_server


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    for file, text in {
        "index.html": "front",
        "404.html": "no such page",
        "photos/a.txt": "a",
        ".broadsheet/stamp": "secret",
    }.items():
        path = tmp_path / file
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "loop").symlink_to("loop")
    with site_server(tmp_path, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def answer(port: int, path: str, host: str = "localhost") -> tuple[int, str]:
    """Return the status and the body for a request that is sent as it stands: clients would mend it."""
    request = f"GET {path} HTTP/1.0\r\nHost: {host}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request.encode())
        reply = b"".join(iter(lambda: connection.recv(4096), b"")).decode()
    head, _, body = reply.partition("\r\n\r\n")
    return int(head.split()[1]), body


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8000", "LocalHost:1"])
def test_this_machine_gets_the_site(port: int, host: str) -> None:
    assert answer(port, "/", host) == (200, "front")


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", ""])
def test_a_page_of_another_site_gets_nothing(port: int, host: str) -> None:
    status, body = answer(port, "/", host)
    assert status == 421
    assert "front" not in body


@pytest.mark.parametrize(
    "path",
    [
        "/nowhere/",
        "/%00",
        "/index.html%00.txt",
        "/.broadsheet/stamp",
        "/%2ebroadsheet/stamp",
        "/photos/",
        "/loop",
        "/../index.html",
    ],
)
def test_what_a_published_site_has_not_is_not_found(
    port: int, path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert answer(port, path) == (404, "no such page")
    assert "Traceback" not in capsys.readouterr().err
