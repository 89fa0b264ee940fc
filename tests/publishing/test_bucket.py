"""inv publish to an object store, over HTTP to moto's S3 server."""

import html
import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import unquote
from urllib.request import Request, urlopen

import obstore
import pytest
from moto.s3.models import s3_backends
from obstore.store import S3Store

from broadsheet.publishing.bucket import Bucket
from broadsheet.publishing.served_folder import LIST
from tests.press.project import Project
from tests.publishing.calls import environment
from tests.publishing.paper import publish, publish_to
from tests.publishing.test_served_folder import DRAWING


@pytest.fixture
def store(store_server: str, paper: Project, monkeypatch: pytest.MonkeyPatch) -> S3Store:
    """An empty bucket of which the paper has the place `site`."""
    for name, value in environment(store_server).items():
        monkeypatch.setenv(name, value)
    urlopen(Request(f"{store_server}/moto-api/reset", method="POST")).close()
    urlopen(Request(f"{store_server}/paper", method="PUT")).close()
    publish_to(paper, "s3:paper/site")
    return S3Store("paper", prefix="site")


def files(store: S3Store) -> dict[str, bytes]:
    found = [entry["path"] for batch in obstore.list(store) for entry in batch]
    return {path: bytes(obstore.get(store, path).bytes()) for path in found if path != LIST}


def ages(store: S3Store) -> dict[str, object]:
    return {entry["path"]: entry["last_modified"] for batch in obstore.list(store) for entry in batch}


def header(store: S3Store, path: str, name: str) -> str:
    return str(obstore.get(store, path).attributes[name])


def test_readers_get_every_byte_with_its_type_and_how_long_it_may_be_kept(
    paper: Project, store: S3Store
) -> None:
    paper.write("content/2024-04-15/01/ship.svg", DRAWING)
    paper.article("2024-04-15/01/01", photos=[{"file": "ship.svg"}])
    assert publish(paper) == 0
    assert files(store) == paper.files()
    for path, media_type in {
        "2024-04-15/01/01/index.html": "text/html; charset=utf-8",
        "theme/css/paper.css": "text/css; charset=utf-8",
        "feed.xml": "application/atom+xml; charset=utf-8",
        "sitemap.xml": "application/xml; charset=utf-8",
        "robots.txt": "text/plain; charset=utf-8",
        "2024-04-15/01/ship.svg": "image/svg+xml; charset=utf-8",
    }.items():
        assert header(store, path, "Content-Type") == media_type
        assert re.fullmatch(r"public, max-age=\d+", header(store, path, "Cache-Control"))


def test_twice_over_is_nothing_and_a_change_sends_only_what_changed(
    paper: Project, store: S3Store, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(paper)
    before = ages(store)
    assert publish(paper) == 0
    assert "nothing was sent" in capsys.readouterr().out
    assert ages(store) == before
    obstore.put(store, "2024-04-15/01/01/index.html", b"unchanged pages are not sent")
    paper.article("2024-04-16/01/02", "改过。")
    assert publish(paper) == 0
    now = files(store)
    assert now.pop("2024-04-15/01/01/index.html") == b"unchanged pages are not sent"
    assert now == {path: data for path, data in paper.files().items() if path in now}
    assert len(now) == len(paper.files()) - 1


def test_what_is_taken_out_goes_and_files_of_others_stay(paper: Project, store: S3Store) -> None:
    paper.write("content/ships/ship.svg", DRAWING)
    paper.article("2024-04-15/01/01", photos=[{"file": "/ships/ship.svg"}])
    publish(paper)
    obstore.put(store, "letter.txt", b"theirs")
    assert "ships/ship.svg" in files(store)
    paper.article("2024-04-15/01/01")
    assert publish(paper) == 0
    assert files(store) == {**paper.files(), "letter.txt": b"theirs"}


def test_another_machine_goes_on_where_the_first_ended(
    paper: Project, store: S3Store, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(paper)
    before = ages(store)
    shutil.rmtree(paper.output)
    shutil.rmtree(paper.folder / ".cache")
    assert publish(paper) == 0
    assert "nothing was sent" in capsys.readouterr().out
    assert ages(store) == before


class Broken(Bucket):
    """A bucket whose connection breaks before its file number `last`; it notes what reached it."""

    last = 0
    log: list[str] = []  # noqa: RUF012  of one test

    def _put(self, source: Path, path: str) -> None:
        if len(self.log) >= self.last:
            raise KeyboardInterrupt
        super()._put(source, path)
        self.log.append(path)

    def delete(self, paths: Sequence[str]) -> None:
        super().delete(paths)
        self.log += [f"- {path}" for path in paths]


def broken(monkeypatch: pytest.MonkeyPatch, last: int) -> list[str]:
    monkeypatch.setattr(Broken, "last", last)
    monkeypatch.setattr(Broken, "log", [])
    monkeypatch.setattr("broadsheet.publishing.bucket._AT_A_TIME", 1)
    monkeypatch.setattr("broadsheet.publishing.bucket.Bucket", Broken)
    return Broken.log


@pytest.mark.parametrize("last", [1, 20, 60])
def test_an_upload_that_was_broken_off_is_finished_by_the_next(
    paper: Project, store: S3Store, monkeypatch: pytest.MonkeyPatch, last: int
) -> None:
    paper.write("content/ships/ship.svg", DRAWING)
    paper.article("2024-04-15/01/01", photos=[{"file": "/ships/ship.svg"}])
    with monkeypatch.context() as patch:
        broken(patch, last)
        assert publish(paper) == 130
    paper.article("2024-04-15/01/01")
    assert publish(paper) == 0
    assert files(store) == paper.files()


@pytest.mark.usefixtures("store")
def test_what_links_to_a_file_is_sent_after_it_and_deletions_come_last(
    paper: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.write("content/ships/ship.svg", DRAWING)
    paper.article("2024-04-15/01/01", photos=[{"file": "/ships/ship.svg"}])
    publish(paper)
    paper.article("2024-04-15/01/01")
    paper.article("2024-04-17/01/01", photos=[{"file": "own.svg"}])
    paper.write("content/2024-04-17/01/own.svg", DRAWING)
    log = broken(monkeypatch, 1000)
    assert publish(paper) == 0
    order = [
        *("2024-04-17/01/own.svg", "2024-04-17/01/01/index.html", "2024-04-17/01/index.html"),
        *("2024-04-17/index.html", "index.html", "sitemap.xml", "- ships/ship.svg"),
    ]
    assert sorted(order, key=log.index) == order
    assert log[0] == log[-1] == LIST


@pytest.mark.parametrize("target", ["s3:elsewhere", "s3:elsewhere/site"])
def test_a_bucket_that_is_not_there_is_told(
    paper: Project, store: S3Store, target: str, capsys: pytest.CaptureFixture[str]
) -> None:
    publish_to(paper, target)
    assert publish(paper) == 1
    error = capsys.readouterr().err
    assert f"{target}: error publish" in error
    assert "→ look at AWS_ACCESS_KEY_ID" in error
    assert files(store) == {}


def test_a_name_with_signs_of_addresses_is_stored_as_pages_link_to_it(paper: Project, store: S3Store) -> None:
    name = "50% 汉 #1?&+;=~.svg"
    paper.write(f"content/2024-04-15/01/{name}", DRAWING)
    paper.article("2024-04-15/01/01", photos=[{"file": name, "alt": "图"}], tags=["C++", "C#"])
    assert publish(paper) == 0
    pages = [data.decode() for path, data in files(store).items() if path.endswith(".html")]
    links = {
        html.unescape(link) for page in pages for link in re.findall(r'(?:href|src)="/paper/([^"#?]*)', page)
    }
    assert any("50%25" in link for link in links)
    kept = s3_backends["123456789012"]["aws"].buckets["paper"].keys
    assert {f"site/{unquote(link)}{'index.html' * link.endswith('/')}" for link in links if link} <= set(kept)
