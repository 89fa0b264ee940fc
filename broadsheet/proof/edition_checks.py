"""Checks of an edition as a whole: its articles beside edition.yaml, and what they say of other pages."""

from collections.abc import Callable, Iterator

from broadsheet.lexicon.page_numbers import page_number
from broadsheet.manuscript.located import Place
from broadsheet.manuscript.place import EDITION_FILE
from broadsheet.model.finding import Finding, Severity
from broadsheet.proof.archive import Bundle, Copy

EditionCheck = Callable[[Bundle], Iterator[Finding]]


def empty_page(bundle: Bundle) -> Iterator[Finding]:
    """A printed page that edition.yaml names and that has no article."""
    for page in sorted(_named(bundle) - _printed(bundle)):
        hint = "add its articles, or take the page out"
        yield _remark(bundle, "empty-page", f"page {page} has no article", hint, page)


def unnamed_page(bundle: Bundle) -> Iterator[Finding]:
    """A printed page with articles that edition.yaml does not name, so that they are in no section."""
    for page in sorted(_printed(bundle) - _named(bundle)):
        way = (
            "add" if f"{bundle.folder.name}/{EDITION_FILE}" in bundle.tree.files else "write this file, with"
        )
        hint = f"{way} `{page}: {{name: …, section: …}}` under `pages`"
        yield _remark(bundle, "unnamed-page", f"page {page} is not named", hint)


def lost_teaser(bundle: Bundle) -> Iterator[Finding]:
    """A teaser or jump to a page that the edition has, by edition.yaml, and that did not come."""
    missing = _named(bundle) - _printed(bundle)
    for copy in bundle.copies:
        for number, teaser in enumerate(copy.article.teasers):
            if teaser.page in missing:
                yield _lost(copy, teaser.page, ("teasers", number))
        page = page_number(copy.article.jump)
        if page in missing:
            yield _lost(copy, page, ("jump",))


def _lost(copy: Copy, page: int, route: tuple[str | int, ...]) -> Finding:
    message = f"this points to page {page}, which has no article"
    return copy.remark("lost-page", message, f"add the articles of page {page}", route, Severity.DOUBT)


def _printed(bundle: Bundle) -> set[int]:
    return {copy.address.page for copy in bundle.copies}


def _named(bundle: Bundle) -> set[int]:
    return set(bundle.edition.edition.facts.pages) if bundle.edition else set()


def _remark(bundle: Bundle, code: str, message: str, hint: str, page: int = 0) -> Finding:
    places = bundle.edition.places if bundle.edition else {}
    # A page's key is text to YAML, and may be written 1 or 01.
    here = next(
        (
            place
            for route, place in places.items()
            if len(route) == 2 and route[0] == "pages" and int(route[1]) == page
        ),
        places.get(("pages",), Place(0, 0)),
    )
    return Finding(
        code=code,
        path=str(bundle.folder / EDITION_FILE),
        line=here.line,
        column=here.column,
        message=message,
        hint=hint,
        severity=Severity.DOUBT,
    )


# They compare articles with edition.yaml, and so run only where all of both could be read.
EDITION_CHECKS: tuple[EditionCheck, ...] = (empty_page, unnamed_page, lost_teaser)
