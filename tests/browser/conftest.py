"""A site served on this machine, and a real Chromium to read it with."""

import gzip
import re
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from broadsheet.press.theme.static_files import theme_files
from tests.once import made_once
from tests.printed import ROOT, printed
from tests.theme import samples
from tests.theme.component_samples import COMPONENTS, sample_page
from tests.theme.rendering import THEME, render

# Debian's Chromium without its own window: the same engine and version, for a third of the time.
CHROMIUM = "chromium-headless-shell"
OPTIONS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
)
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><path fill="gray" d="M0 0h3v2H0z"/></svg>'
)
PAGE_PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1123 1587">'
    '<path d="M90 200h900v90H90zM90 340h420v900H90z"/></svg>'
)
"""Ink on nothing, as a page may come from the program that set it."""

REFRESH = re.compile(r'<meta http-equiv="refresh"[^>]*>')
"""What leads readers on from an address that was left; a sample without it stays to be looked at."""

SOURCES = "sources"
"""The folder of the sample pages' site that holds the theme as designers have it."""

COMPRESSED = (".html", ".css", ".js", ".svg", ".xml", ".json")

PAGE_KINDS = (
    "/",
    "/2024-05-06/",
    "/2024-05-06/02/",
    "/2024-05-06/all/",
    "/2024-05-06/01/01/",
    "/2024-04-15/01/03/",
    "/sections/yaowen/",
    "/authors/编辑组/",
    "/columns/排字房/",
    "/tags/",
    "/archive/",
    "/search/",
    "/about/",
    "/404.html",
)
"""A page of each kind in the demonstration, the articles with a picture and with an editor's note."""

SEARCH = "SEARCH = True\n"
"""What the demonstration's settings do not have, and these tests look at."""

Open = Callable[..., Page]
Scheme = Literal["light", "dark"]


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves as GitHub Pages does: one connection for many files, text compressed."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix not in COMPRESSED or "gzip" not in self.headers.get("Accept-Encoding", ""):
            super().do_GET()
            return
        if not path.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return
        data = gzip.compress(path.read_bytes(), mtime=0)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: Any) -> None:
        """Say nothing: a failing test shows what matters."""


class QuietServer(ThreadingHTTPServer):
    """Says nothing either where a browser turns away before all is sent."""

    def handle_error(self, request: Any, client_address: Any) -> None:
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every sample page and every component's sample, with the theme's files, its sources and a photo."""
    return made_once(tmp_path_factory, "samples", make_samples)


def make_samples(folder: Path) -> None:
    lay_out_theme(folder)
    shutil.copytree(THEME, folder / SOURCES, ignore=shutil.ignore_patterns("*.html", "*.xhtml"))
    (folder / samples.PHOTO.src.strip("/")).write_text(PICTURE, encoding="utf-8")
    (folder / samples.PAGE_PHOTO.src.strip("/")).write_text(PAGE_PICTURE, encoding="utf-8")
    for prefix, pages, sparse in (("", samples.FULL, False), ("sparse-", samples.SPARSE, True)):
        for name, (template, context) in pages.items():
            html = REFRESH.sub("", render(template, context, sparse=sparse))
            (folder / f"{prefix}{name}.html").write_text(html, encoding="utf-8")
    for component in COMPONENTS:
        (folder / f"component-{component}.html").write_text(sample_page(component), encoding="utf-8")


def lay_out_theme(folder: Path) -> None:
    """Put the theme's files and the controls where the sample pages look for them, and a service worker that does nothing."""
    for file, data, _ in theme_files(THEME):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(data)
    controls = folder / f"theme/controls/{samples.PAPER.lang}.html"
    controls.parent.mkdir()
    controls.write_text(render("controls.html", {}), encoding="utf-8")
    (folder / "service-worker.js").write_bytes(b"")
    (folder / samples.PAPER.manifest_href.strip("/")).write_bytes(b"{}")


@pytest.fixture(scope="session")
def site(sample_folder: Path) -> Iterator[str]:
    """The address of the sample pages, served as a built site is."""
    yield from serve(sample_folder)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's site as the desk sees it, with search."""
    return printed(tmp_path_factory, settings=SEARCH)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration's site as readers get it, with search."""
    return printed(tmp_path_factory, address="https://paper.example", settings=SEARCH)


@pytest.fixture(scope="session")
def language_sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sites of the papers in other languages, by language, as readers get them."""
    papers = (ROOT / "tests/editions").iterdir()
    return {paper.name: printed(tmp_path_factory, paper) for paper in papers if paper.is_dir()}


@pytest.fixture(scope="session")
def paper(built: Path) -> Iterator[str]:
    """The address of the demonstration."""
    yield from serve(built)


@pytest.fixture(scope="session")
def published_paper(published: Path) -> Iterator[str]:
    """The address of the demonstration as readers get it."""
    yield from serve(published)


def serve(folder: Path, handler: type[QuietHandler] = QuietHandler) -> Iterator[str]:
    server = QuietServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which(CHROMIUM), args=OPTIONS)
        yield browser
        browser.close()


@pytest.fixture
def read(site: str, chromium: Browser) -> Iterator[Open]:
    """Open a sample page by its name, at a width, in a light or dark scheme; other settings are Playwright's own."""
    contexts = []

    def open_page(name: str, *, width: int = 1280, scheme: Scheme = "light", **settings: Any) -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, **settings
        )
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{site}/{name}.html")
        return page

    yield open_page
    for context in contexts:
        context.close()
