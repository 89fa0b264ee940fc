"""What the preview's server answers, and to whom."""

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from broadsheet.model.finding import Finding
from broadsheet.press.server.audience import Audience, network_audience
from broadsheet.press.server.builds import Builds
from broadsheet.press.server.site_server import site_server


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
    yield from serving(tmp_path, Builds(), Audience())


def serving(folder: Path, builds: Builds, audience: Audience) -> Iterator[int]:
    with site_server(folder, 0, builds, audience) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_port
        server.shutdown()


def answer(
    port: int, path: str, host: str = "localhost", *, cookie: str = "", at: str = "127.0.0.1"
) -> tuple[int, str]:
    """Return the status and the body for a request that is sent as it stands: clients would mend it."""
    return answered(port, path, host, cookie, at)[1:]


def answered(port: int, path: str, host: str, cookie: str, at: str) -> tuple[str, int, str]:
    """Return the head, the status and the body."""
    request = f"GET {path} HTTP/1.0\r\nHost: {host}\r\nCookie: {cookie}\r\n\r\n"
    with socket.create_connection((at, port), timeout=10) as connection:
        connection.sendall(request.encode())
        reply = b"".join(iter(lambda: connection.recv(4096), b"")).decode()
    head, _, body = reply.partition("\r\n\r\n")
    return head, int(head.split()[1]), body


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


def network() -> Audience | None:
    try:
        return network_audience()
    except OSError:
        return None


@pytest.fixture
def lan(tmp_path: Path) -> Iterator[tuple[int, Audience]]:
    """The port of a preview for the network, and its audience."""
    audience = network()
    if audience is None:
        pytest.skip("this machine is in no network")
    (tmp_path / "index.html").write_text("drafts", encoding="utf-8")
    for port in serving(tmp_path, Builds(), audience):
        yield port, audience


def test_another_machine_gets_the_site_with_the_key_and_keeps_it(lan: tuple[int, Audience]) -> None:
    port, (address, key) = lan
    assert answer(port, "/", address, at=address)[0] == 403
    assert "drafts" not in answer(port, "/", address, at=address)[1]
    assert answer(port, "/?key=guess", address, at=address)[0] == 403
    assert answer(port, "/", address, at=address, cookie="preview=guess")[0] == 403
    assert answer(port, "/.preview/changes?build=5", address, at=address)[0] == 403
    head, status, _ = answered(port, f"/?key={key}", address, "", address)
    assert (status, f"preview={key}; Path=/; HttpOnly; SameSite=Strict" in head) == (303, True)
    assert answer(port, "/", address, at=address, cookie=f"preview={key}") == (200, "drafts")


def test_this_machine_needs_no_key_and_another_name_gets_nothing(lan: tuple[int, Audience]) -> None:
    port, (address, key) = lan
    assert answer(port, "/") == (200, "drafts")
    assert answer(port, "/", "evil.example", at=address, cookie=f"preview={key}")[0] == 421


def test_without_a_network_audience_nobody_else_is_heard(port: int) -> None:
    audience = network()
    if audience is None:
        pytest.skip("this machine is in no network")
    with pytest.raises(ConnectionRefusedError):
        answer(port, "/", audience.address, at=audience.address)


def test_a_page_waits_for_the_next_build(tmp_path: Path) -> None:
    (tmp_path / "admin").mkdir()
    for name, words in (("index.html", "front"), ("admin/index.html", "form")):
        (tmp_path / name).write_text(f"<body>{words}</body>", encoding="utf-8")
    builds = Builds()
    for port in serving(tmp_path, builds, Audience()):
        assert '<script src="/.preview/reload.js?build=0"></script></body>' in answer(port, "/")[1]
        assert "EventSource" in answer(port, "/.preview/reload.js")[1]
        assert answer(port, "/admin/")[1] == "<body>form</body>"
        said: list[tuple[int, str]] = []
        page = threading.Thread(target=lambda: said.append(answer(port, "/.preview/changes?build=0")))  # noqa: B023
        page.start()
        builds.end({})
        page.join()
        assert said == [(200, "data: built\n\n")]
        assert "reload.js?build=1" in answer(port, "/")[1]


def test_an_error_stands_in_the_place_of_its_page(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("front", encoding="utf-8")
    builds = Builds()
    for port in serving(tmp_path, builds, Audience()):
        finding = Finding("unknown-key", "content/2024-04-15/01/02.md", "`<b>`", "mend it", 3, 1)
        builds.end({"/2024-04-15/01/02/": (finding,)})
        status, body = answer(port, "/2024-04-15/01/02/")
        assert status == 500
        assert "content/2024-04-15/01/02.md:3:1" in body
        assert "&lt;b&gt;" in body
        assert answer(port, "/") == (200, "front")
        builds.end({})
        assert answer(port, "/2024-04-15/01/02/")[0] == 404
