"""The press of EPUBs: puts the documents, pictures and cover of an edition together."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from broadsheet.manuscript.files import read_utf8
from broadsheet.model.finding import Finding
from broadsheet.press.epub.container import container
from broadsheet.press.epub.covers import Covers
from broadsheet.press.epub.documents import EpubTemplates, sections_of, whole_in_epub
from broadsheet.press.epub.files import COVER_PICTURE, STYLES, EpubLinks, picture_file
from broadsheet.press.epub.package_document import Metadata, package_document
from broadsheet.press.epub.pictures import EpubPictures
from broadsheet.press.paper.settings import Paper
from broadsheet.press.plates.plate_cache import PlateRoom
from broadsheet.press.theme.folder import EPUB
from broadsheet.press.theme.static_files import tight_css
from broadsheet.press.theme.templates import Templates
from broadsheet.press.views.edition import WholeView
from broadsheet.press.views.epub import EpubView
from broadsheet.press.views.site import PaperView


class EditionFile(NamedTuple):
    """An edition as one file, None where it could not be made, and doubts about it: a cover that could not be drawn."""

    data: bytes | None
    doubts: tuple[Finding, ...]


class EpubParts(NamedTuple):
    """The documents of an edition's EPUB by their names, in reading order, and its pictures."""

    documents: dict[str, bytes]
    pictures: dict[str, bytes]


class EpubPress:
    """Makes the EPUBs of a paper by the templates and the style sheet in the folder `theme`.

    `plate_room` has the paper's pictures; those made for EPUBs are cached below the folder `kept`. `doubts` are those
    about all of them.
    """

    def __init__(
        self,
        paper: Paper,
        view: PaperView,
        templates: Templates,
        *,
        theme: Path,
        plate_room: PlateRoom,
        kept: Path,
    ) -> None:
        self._paper = paper
        self._templates = EpubTemplates(templates, paper, view)
        self._theme = theme
        self._plate_room = plate_room
        self._pictures = EpubPictures(kept)
        self._covers = Covers(paper)
        self.doubts = self._covers.doubts

    def file(self, whole: WholeView, whole_href: str, pictures: Iterable[str], source: str) -> EditionFile:
        """Return the EPUB of the edition `whole`, whose page on the site is `whole_href`.

        `pictures` are those of its articles, paths below content/; `source` is the edition's folder, for messages.
        Raises PressError for a mistake in a template.
        """
        fitted = self._fitted(pictures)
        cover = self._covers.cover(whole, source)
        others = {STYLES: self._styles, **dict(fitted.values())}
        if isinstance(cover, bytes):
            others[COVER_PICTURE] = cover
        view = self._view(whole, whole_href, fitted, COVER_PICTURE if COVER_PICTURE in others else "")
        documents = dict(self._templates.documents(view, whole, source))
        metadata = Metadata(view, self._paper, _modified(whole), has_pictures=bool(fitted or view.cover))
        package = package_document(metadata, tuple(documents), others)
        data = container(package, (documents | others).items())
        return EditionFile(data, (cover,) if isinstance(cover, Finding) else ())

    def parts(self, whole: WholeView, whole_href: str, pictures: Iterable[str], source: str) -> EpubParts:
        """Return what an EPUB without a cover holds, for other forms of the edition; the arguments are those of `file`."""
        fitted = self._fitted(pictures)
        view = self._view(whole, whole_href, fitted, "")
        return EpubParts(dict(self._templates.documents(view, whole, source)), dict(fitted.values()))

    def _fitted(self, pictures: Iterable[str]) -> dict[str, tuple[str, bytes]]:
        """Return the file in the EPUB and the bytes of each of `pictures` by its address on the site."""
        made = ((path, self._pictures.picture(path, self._plate_room.plates(path))) for path in pictures)
        return {
            self._paper.links.at(path): (picture_file(number, ending), data)
            for number, (path, (ending, data)) in enumerate(made, 1)
        }

    def _view(
        self, whole: WholeView, whole_href: str, fitted: dict[str, tuple[str, bytes]], cover: str
    ) -> EpubView:
        pictures = {href: file for href, (file, _) in fitted.items()}
        in_epub = whole_in_epub(whole, EpubLinks(whole, whole_href, self._paper.links, pictures))
        return EpubView(
            title=f"{self._paper.sitename} {whole.masthead.date}",
            whole=in_epub,
            sections=sections_of(in_epub),
            cover=cover,
            site_href=self._paper.links.absolute(whole.masthead.href),
        )

    @cached_property
    def _styles(self) -> bytes:
        return tight_css(read_utf8(self._theme / EPUB / STYLES)).encode()


def _modified(whole: WholeView) -> str:
    """Return the ISO 8601 date of an edition's last correction, or its own: a build follows from its content alone."""
    articles = (article for printed in whole.pages for article in printed.articles)
    corrected = (correction.iso_date for article in articles for correction in article.corrections)
    return max((whole.masthead.iso_date, *corrected))
