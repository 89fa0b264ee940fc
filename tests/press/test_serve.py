"""inv serve: the site on this machine, made again when something changes."""

import gc
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest
from watchfiles import Change

from broadsheet.press import serve_site
from broadsheet.press.serve import names_of
from tests.press.project import Project

ROOT = Path(__file__).parents[2]

# Where the tests run in the background, Ctrl+C is ignored, by what they start too.
SERVE = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from broadsheet.press import serve_site
raise SystemExit(serve_site(0))
"""


# Each line of the input is a new time.
SET_CLOCK = """
import os, sys, threading
def follow():
    for line in sys.stdin:
        os.environ["SOURCE_DATE_EPOCH"] = line.strip()
threading.Thread(target=follow, daemon=True).start()
"""


@contextmanager
def serving(project: Project, program: str = SERVE, **environment: str) -> Iterator["subprocess.Popen[str]"]:
    """Run `program` in the folder of `project`, and end it as Ctrl+C does; it ends well."""
    process = subprocess.Popen(
        [sys.executable, "-c", program],
        cwd=project.folder,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    with process:
        try:
            yield process
        finally:
            process.send_signal(signal.SIGINT)
            last_words, _ = process.communicate()
    assert process.returncode == 0, last_words


def line_with(stream: IO[str], words: str) -> str:
    """Return the first line to come that holds `words`."""
    for line in stream:
        if words in line:
            return line
    raise AssertionError(words)


def fetch(url: str) -> tuple[int, str]:
    try:
        with urllib.request.urlopen(url, timeout=10) as reply:
            return reply.status, reply.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_serves_drafts_and_follows_changes_and_mistakes(project: Project) -> None:
    project.article("2024-04-15/01/01", "旧文。", status="draft")
    with serving(project) as process:
        assert process.stdout
        found = re.search(r"http://\S+", line_with(process.stdout, "http://"))
        assert found
        address = found[0]
        assert "旧文" in fetch(f"{address}2024-04-15/01/01/")[1]
        assert fetch(f"{address}nowhere/")[0] == 404
        assert "没有这一页" in fetch(f"{address}nowhere/")[1]
        project.article("2024-04-15/01/01", "新文。", status="draft")
        line_with(process.stdout, "1 article")
        assert "新文" in fetch(f"{address}2024-04-15/01/01/")[1]
        for name in ("晨报", "晚报"):  # saved as most programs do, twice
            project.write("saved.py", project.conf + f"SITENAME = {name!r}\n")
            (project.folder / "saved.py").replace(project.folder / "pelicanconf.py")
            line_with(process.stdout, f"{name}: 1 edition")
        project.article("2024-04-15/01/02", photo="x")
        assert "01/02.md:3:1" in line_with(process.stdout, "unknown-key")
        line_with(process.stdout, "1 article")
        assert "content/2024-04-15/01/02.md:3:1" in fetch(f"{address}2024-04-15/01/02/")[1]
        project.article("2024-04-15/01/01", "更新。", status="draft")
        line_with(process.stdout, "1 article")
        assert "更新" in fetch(f"{address}2024-04-15/01/01/")[1]
        project.article("2024-04-15/01/02", "改好。")
        line_with(process.stdout, "2 articles")
        assert "改好" in fetch(f"{address}2024-04-15/01/02/")[1]
        project.article("2024-04-16/01/01", "明日。")
        project.edition("2024-04-16", number="八")
        line_with(process.stdout, "bad-value")
        line_with(process.stdout, "1 edition")
        assert "edition.yaml" in fetch(f"{address}2024-04-16/")[1]


def test_the_banner_goes_when_the_time_of_an_article_comes(project: Project) -> None:
    project.use_theme(ROOT / "theme")
    project.article("2024-04-15/01/01", publish_at="2024-04-15T18:00Z")
    with serving(project, SET_CLOCK + SERVE, SOURCE_DATE_EPOCH="1713203999") as process:
        assert process.stdin
        assert process.stdout
        line_with(process.stdout, "/2024-04-15/01/01/ (2024-04-16 02:00)")
        address = line_with(process.stdout, "http://").partition(" ")[0]
        assert "2024年4月16日 02:00" in fetch(f"{address}2024-04-15/01/01/")[1]
        process.stdin.write("1713204000\n")
        process.stdin.flush()
        line_with(process.stdout, "1 article")
        assert "02:00" not in fetch(f"{address}2024-04-15/01/01/")[1]


def test_a_phone_in_the_network_gets_an_address_and_a_code(project: Project) -> None:
    project.article("2024-04-15/01/01", "旧文。", status="draft")
    with serving(project, SERVE.replace("serve_site(0)", "serve_site(0, lan=True)")) as process:
        assert process.stdout
        for line in process.stdout:
            if "is in no network" in line:
                pytest.skip("this machine is in no network")
            if "?key=" in line:
                break
        address = line.split()[0]
        code = "".join(next(process.stdout) for _ in range(15))
        assert "▄▄▄▄▄" in code
        opened = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
        with opened.open(address, timeout=10) as reply:
            assert reply.status == 200
        page = address.partition("?")[0] + "2024-04-15/01/01/"
        with opened.open(page, timeout=10) as reply:
            assert "旧文" in reply.read().decode()
        assert fetch(page)[0] == 403


def test_building_again_and_again_keeps_nothing_of_earlier_builds(project: Project) -> None:
    project.article("2024-04-15/01/01")
    project.build()
    kept = gc.get_freeze_count()
    project.article("2024-04-15/01/01", body="改。")
    project.build()
    assert 0 < gc.get_freeze_count() <= kept


def test_scratch_files_of_an_editing_program_are_not_named(project: Project) -> None:
    article, scratch = str(project.article("2024-04-15/01/01")), str(project.folder / "content/sedmLgun6")
    changed = {(Change.modified, article), (Change.added, scratch), (Change.deleted, scratch)}
    assert names_of(changed) == ["01.md"]
    assert names_of({(Change.deleted, scratch)}) == ["sedmLgun6"]


def test_a_folder_that_cannot_be_watched_is_told(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.set(PATH="manuscripts")
    assert serve_site(0) == 1
    assert capsys.readouterr().err.startswith("manuscripts: error no-folder")


@pytest.mark.usefixtures("project")
def test_a_taken_port_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert serve_site(port) == 1
    assert f"port {port} cannot be used" in capsys.readouterr().err


def test_a_port_that_no_machine_has_is_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (project.folder / "content").mkdir(exist_ok=True)
    assert serve_site(65_536) == 1
    assert "there is no port 65536" in capsys.readouterr().err
