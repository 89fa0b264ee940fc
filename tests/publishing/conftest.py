from collections.abc import Iterator
from pathlib import Path

import pytest
from moto.server import ThreadedMotoServer

from tests.press.project import Project
from tests.publishing.paper import set_up


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A committed paper of two editions, whose remote `origin` is a real, empty repository beside it."""
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    (tmp_path / "gitconfig").write_text(
        "[user]\n\tname = 编辑部\n\temail = desk@example.org\n[init]\n\tdefaultBranch = main\n",
        encoding="utf-8",
    )
    (tmp_path / "desk").mkdir()
    return set_up(Project(tmp_path / "desk", monkeypatch))


@pytest.fixture(scope="session")
def store_server() -> Iterator[str]:
    """The address of moto's S3 server."""
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()
