"""Checks of an edition: its articles against edition.yaml, and the pages that teasers and jumps name."""

from collections.abc import Callable, Iterator

from broadsheet.lexicon.page_numbers import page_number
from broadsheet.manuscript.located import Place
from broadsheet.manuscript.place import EDITION_FILE
from broadsheet.model.finding import Finding, Severity
from broadsheet.proof.archive import EditionFolder, LocatedArticle
from broadsheet.proof.picture_checks import page_shape

EditionCheck = Callable[[EditionFolder], Iterator[Finding]]


def empty_page(folder: EditionFolder) -> Iterator[Finding]:
    """A printed page in edition.yaml without an article."""
    places = _places_of_pages(folder)
    for page in sorted(_named(folder) - _printed(folder)):
        hint = "add its articles, or take the page out"
        yield _remark(folder, "empty-page", f"page {page} has no article", hint, places[page])


def unnamed_page(folder: EditionFolder) -> Iterator[Finding]:
    """A printed page that is missing in edition.yaml, so that its articles may be in no section."""
    for page in sorted(_printed(folder) - _named(folder)):
        way = "add" if f"{folder.path.name}/{EDITION_FILE}" in folder.tree.files else "write this file, with"
        hint = f"{way} `{page}: {{name: …, section: …}}` under `pages`"
        yield _remark(folder, "unnamed-page", f"page {page} is not named", hint)


def lost_teaser(folder: EditionFolder) -> Iterator[Finding]:
    """A teaser or jump to a page that is in edition.yaml and has no article."""
    missing = _named(folder) - _printed(folder)
    for located in folder.articles:
        for number, teaser in enumerate(located.article.teasers):
            if teaser.page in missing:
                yield _lost(located, teaser.page, ("teasers", number))
        page = page_number(located.article.jump)
        if page in missing:
            yield _lost(located, page, ("jump",))


def _lost(located: LocatedArticle, page: int, route: tuple[str | int, ...]) -> Finding:
    message = f"this points to page {page}, which has no article"
    return located.remark("lost-page", message, f"add the articles of page {page}", route, Severity.DOUBT)


def _printed(folder: EditionFolder) -> set[int]:
    return {located.address.page for located in folder.articles}


def _named(folder: EditionFolder) -> set[int]:
    return set(folder.edition.edition.facts.pages) if folder.edition else set()


def _places_of_pages(folder: EditionFolder) -> dict[int, Place]:
    """Return where edition.yaml names each page. A page's key is text to YAML, and may be written 1 or 01."""
    places = folder.edition.places if folder.edition else {}
    return {
        int(route[1]): place for route, place in places.items() if len(route) == 2 and route[0] == "pages"
    }


def _remark(folder: EditionFolder, code: str, message: str, hint: str, place: Place | None = None) -> Finding:
    """Return a finding at `place`, or where the pages stand in edition.yaml."""
    places = folder.edition.places if folder.edition else {}
    line, column = place or places.get(("pages",), Place(0, 0))
    path = str(folder.path / EDITION_FILE)
    return Finding(code, path, message, hint, line, column, Severity.DOUBT)


# They compare articles with edition.yaml, so they run only where all of them can be read.
EDITION_CHECKS: tuple[EditionCheck, ...] = (empty_page, unnamed_page, lost_teaser, page_shape)
