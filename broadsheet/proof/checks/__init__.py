"""All checks, family by family: one function a check."""

from itertools import chain
from typing import Any, NamedTuple

from broadsheet.model.finding import Severity
from broadsheet.proof.check import Check, Reported, TextCheck
from broadsheet.proof.checks import (
    addresses,
    bylines,
    characters,
    corrections,
    editions,
    exceptions,
    front_matter,
    headlines,
    links,
    mark_forms,
    markdown,
    markdown_lines,
    numerals,
    page_maps,
    pictures,
    punctuation,
    reading,
    rulings,
    schedule,
    site,
    wording,
)
from broadsheet.proof.read.archive import Archive, EditionFolder
from broadsheet.proof.read.located_article import LocatedArticle
from broadsheet.proof.read.site import PageOfSite, Site


class Family(NamedTuple):
    """The checks of one subject, by what each of them looks at."""

    name: str
    reported: tuple[Reported, ...] = ()
    prose: tuple[TextCheck, ...] = ()
    article: tuple[Check[LocatedArticle], ...] = ()
    edition: tuple[Check[EditionFolder], ...] = ()
    archive: tuple[Check[Archive], ...] = ()
    page: tuple[Check[PageOfSite], ...] = ()
    site: tuple[Check[Site], ...] = ()

    @property
    def rules(self) -> tuple[Check[Any] | TextCheck | Reported, ...]:
        """All checks of the family."""
        return (
            *self.reported,
            *self.prose,
            *self.article,
            *self.edition,
            *self.archive,
            *self.page,
            *self.site,
        )


FAMILIES = (
    Family("Files and fields", reported=reading.REPORTED),
    Family("Front matter", article=front_matter.ARTICLE, archive=front_matter.ARCHIVE),
    Family("Addresses", archive=addresses.ARCHIVE),
    Family("Headlines", article=headlines.ARTICLE, edition=headlines.EDITION),
    Family("Bylines, credits and notes", article=bylines.ARTICLE),
    Family("Markdown that GitHub shows otherwise", prose=(*markdown.PROSE, *markdown_lines.PROSE)),
    Family("Punctuation (GB/T 15834)", prose=(*mark_forms.PROSE, *punctuation.PROSE)),
    Family("Numerals and dates (GB/T 15835)", prose=numerals.PROSE),
    Family("Characters", prose=characters.PROSE, reported=characters.REPORTED),
    Family("Wording", prose=wording.PROSE),
    Family("Links, teasers and jumps", article=links.ARTICLE, edition=links.EDITION, archive=links.ARCHIVE),
    Family(
        "Pictures",
        reported=pictures.REPORTED,
        article=pictures.ARTICLE,
        edition=pictures.EDITION,
        archive=pictures.ARCHIVE,
    ),
    Family("Editions", article=editions.ARTICLE, edition=editions.EDITION, archive=editions.ARCHIVE),
    Family("Release", article=schedule.ARTICLE),
    Family("Page maps", archive=page_maps.ARCHIVE),
    Family("Corrections", article=corrections.ARTICLE, archive=corrections.ARCHIVE),
    Family("Rulings", reported=rulings.REPORTED),
    Family("Exceptions", reported=exceptions.REPORTED),
    Family("The built site", page=site.PAGE, site=site.SITE),
)
"""All families."""

RULES = {rule.code: rule for rule in chain.from_iterable(family.rules for family in FAMILIES)}
"""All checks, by their codes."""

ERRORS = frozenset(code for code, rule in RULES.items() if rule.severity is Severity.ERROR)
"""The codes of errors."""
