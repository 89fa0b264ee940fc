"""The place where an editor wrote the name of a list, for messages about names that cannot have an address."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from broadsheet.manuscript.located import Place, Route
from broadsheet.manuscript.reader import read_manuscript
from broadsheet.manuscript.records.edition_file import read_located_edition
from broadsheet.press.paper.slugs import Written, normal_name

_FIELDS = {"section": "section", "column": "column", "author": "authors", "tag": "tags"}


def where_written(kind: str, name: str, manuscript: Path) -> Written:
    """Return the place of `name`, the name of a list, in `manuscript` or in the `edition.yaml` of its edition.

    `kind` is section, column, author or tag, and `manuscript` is one of the list's.
    """
    parsed = read_manuscript(manuscript)
    for route, text in _texts(parsed.fields.value.get(_FIELDS[kind]), (_FIELDS[kind],)):
        if normal_name(text) == name:
            return Written(str(manuscript), *parsed.places[route])
    edition = read_located_edition(manuscript.parents[1])
    for number, page in edition.edition.facts.pages.items():
        if normal_name(page.section or page.name) == name:
            return Written(edition.edition.path, *_place_of_page(edition.places, number))
    return Written(str(manuscript))


def _place_of_page(places: Mapping[Route, Place], number: int) -> Place:
    """Return the place of a page's section in an `edition.yaml`; without a section, its name is the section."""
    of_page = [route for route in places if len(route) == 3 and int(route[1]) == number]
    return next(places[route] for key in ("section", "name") for route in of_page if route[2] == key)


def _texts(value: object, route: Route) -> Iterator[tuple[Route, str]]:
    if isinstance(value, str):
        yield route, value
    elif isinstance(value, list):
        yield from (((*route, number), text) for number, text in enumerate(value) if isinstance(text, str))
