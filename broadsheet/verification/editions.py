"""The articles of an edition against what readers get of them: their pages, the whole edition and the EPUB."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from zipfile import ZipFile

from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.model.message import say
from broadsheet.model.schedule import Clock
from broadsheet.verification.articles import Wanted, wanted_of
from broadsheet.verification.ink import first_difference, ink_of_html


class Checked(NamedTuple):
    """The articles of an edition that readers get, and what is lost of them."""

    articles: list[Wanted]
    findings: list[Finding]


def checked_edition(edition: Path, output: Path, left: frozenset[str], clock: Clock) -> Checked:
    """Compare the articles of `edition`, a folder of content/, with the site at `output`.

    At the addresses `left` stand pages of articles that were moved or withdrawn. By `clock` articles are held, which only
    the desk's preview has.
    """
    try:
        wanted = wanted_of(edition, clock)
    except ManuscriptError as error:
        return Checked([], list(error.findings))
    folder = output / edition.name
    shown = [article for article in wanted if article.is_published or _page(folder, article).is_file()]
    findings = (
        *_in_pages(shown, folder),
        *_without_manuscript(wanted, folder, left),
        *_in_whole(shown, folder / "all/index.html"),
        *_in_epub(shown, folder / "edition.epub"),
    )
    return Checked(shown, list(findings))


def _page(folder: Path, article: Wanted) -> Path:
    _, page, order = article.address.parts
    return folder / page / order / "index.html"


def _in_pages(articles: Iterable[Wanted], folder: Path) -> Iterator[Finding]:
    for article in articles:
        page = _page(folder, article)
        if not page.is_file():
            yield missing(article, str(page))
            continue
        text = ink_of_html(page.read_bytes())
        for name, want in ((say("text"), article.body), *article.fields):
            if want not in text:
                yield lost(article, str(page), name, want, text)


def _without_manuscript(articles: Iterable[Wanted], folder: Path, left: frozenset[str]) -> Iterator[Finding]:
    known = {_page(folder, article) for article in articles}
    for page in sorted(set(folder.glob("[0-9]*/[0-9]*/index.html")) - known):
        if f"/{page.parent.relative_to(folder.parent).as_posix()}/" in left:
            continue
        yield Finding("no-source", str(page), say("no manuscript has this page"), "inv build")


def _in_whole(articles: Iterable[Wanted], page: Path) -> Iterator[Finding]:
    """Yield a finding for each article that is not in its place on the page of the whole edition."""
    if page.is_file():
        yield from in_order(articles, ink_of_html(page.read_bytes()), str(page))


def _in_epub(articles: Iterable[Wanted], epub: Path) -> Iterator[Finding]:
    """Yield a finding for each article that is not in its place in the edition's EPUB, where there is one."""
    if epub.is_file():
        with ZipFile(epub) as archive:
            names = sorted(name for name in archive.namelist() if name.endswith(".xhtml"))
            text = "".join(ink_of_html(archive.read(name)) for name in names if name[-8:-6].isdecimal())
        yield from in_order(articles, text, str(epub))


def in_order(articles: Iterable[Wanted], text: str, where: str) -> Iterator[Finding]:
    """Yield a finding for each of `articles` whose text does not come in `text` after those before it."""
    begin = 0
    for article in articles:
        found = text.find(article.body, begin)
        if found < 0:
            yield lost(article, where, say("text"), article.body, text[begin:])
        else:
            begin = found + len(article.body)


def missing(article: Wanted, page: str) -> Finding:
    """Return the finding that an article has no `page`."""
    message = say("the page %(page)s is missing", page=page)
    return Finding("text-lost", article.path, message, say("inv build, then again: inv verify"))


def lost(article: Wanted, where: str, name: str, want: str, got: str) -> Finding:
    """Return the finding that `where` lacks the ink `want` of the field `name` of an article; `got` is what it has."""
    message = say(
        "%(file)s does not hold its %(name)s: it ends before “%(words)s”",
        file=where,
        name=name,
        words=first_difference(want, got),
    )
    return Finding("text-lost", article.path, message, say("inv build --clean, then again: inv verify"))
