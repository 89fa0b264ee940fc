"""The sheet press: renders sheets with the theme's templates, and writes their pictures."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup

from broadsheet.press.copy.copy_desk import CopyDesk
from broadsheet.press.files.writer import Bundle, SiteWriter
from broadsheet.press.paper.settings import Paper
from broadsheet.press.plates.plate_cache import PlateRoom
from broadsheet.press.scripts.conversion import Conversion
from broadsheet.press.sheets.sheet import Sheet
from broadsheet.press.theme.templates import Templates, rendered
from broadsheet.press.views.article import CardView
from broadsheet.press.views.site import PaperView


class Listed(NamedTuple):
    """An article in lists, as HTML: its card, and its line in an index."""

    card: Markup
    line: Markup


class SheetPress:
    """Renders the pages of `paper`; `view` is the paper in the context of every page.

    `conversion` makes each page in the paper's other script too, where it has one. `desk` lets plugins change each page; `content` is the folder of the pictures, `plate_room` the cache of their plates.
    """

    def __init__(
        self,
        writer: SiteWriter,
        templates: Templates,
        paper: Paper,
        view: PaperView,
        *,
        desk: CopyDesk,
        content: Path,
        plate_room: PlateRoom,
        conversion: Conversion | None = None,
    ) -> None:
        self._writer = writer
        self.paper = paper
        self._templates = templates
        self._conversion = conversion
        self._on_every_page = _common(view, templates)
        self._on_converted_pages = _common(conversion.paper_view(view), templates) if conversion else {}
        self._desk = desk
        self._content = content
        self._plate_room = plate_room

    def bundle(self) -> Bundle:
        """Return an empty bundle, for an owner of files."""
        return Bundle(self._writer)

    def sheet(self, sheet: Sheet, source: str, bundle: Bundle, article: object = None) -> None:
        """Print one page, in each script of the paper, which `source` makes; `article` is Pelican's object of the article that it shows, if any."""
        template, views = self._templates.get(sheet.template), {"pelican_article": article, **sheet.views}
        common = {**self._on_every_page, "head": sheet.head}
        conversion = self._conversion
        scripts = conversion.scripts(sheet.file, converted=False) if conversion else None
        html = rendered(template, {**common, "scripts": scripts, **views}, source)
        self._put(sheet.file, html, source, bundle, article)
        if conversion and scripts:
            common = {**self._on_converted_pages, "head": conversion.head(sheet.head)}
            scripts = conversion.scripts(sheet.file, converted=True)
            html = conversion.page(rendered(template, {**common, "scripts": scripts, **views}, source))
            self._put(conversion.file(sheet.file), html, source, bundle, article)

    def in_each_script(self, template: str) -> Iterator[tuple[str, str]]:
        """Yield the language and the HTML of `template`, which shows nothing but the paper, in each script of the paper."""
        made, conversion = self._templates.get(template), self._conversion
        yield self.paper.default_lang, rendered(made, self._on_every_page, template)
        if conversion:
            html = conversion.page(rendered(made, self._on_converted_pages, template))
            yield conversion.language, html

    def _put(self, file: str, html: str, source: str, bundle: Bundle, article: object) -> None:
        path = bundle.put_page(file, html, source=source)
        self._desk.printed(path, file, article)

    def take_back(self, files: Iterable[str]) -> None:
        """Take back pages that were printed, paths below output/, before they are printed again."""
        self._writer.take_back(file for file in files if file.endswith(".html"))

    def listed(self, card: CardView) -> Listed:
        """Return an article as lists show it, the same for every list that the article is in."""
        context = {**self._on_every_page, "card": card}
        card_html, line = (
            rendered(self._templates.get(template), context, card.href).strip()
            for template in ("listed", "listed_line")
        )
        return Listed(Markup(card_html), Markup(line))  # noqa: S704  the templates escaped them

    def pictures(self, pictures: Iterable[str], bundle: Bundle) -> None:
        """Put the plates of `pictures`, paths below content/, into `bundle`."""
        for picture in pictures:
            source, plates = str(self._content / picture), self._plate_room.plates(picture)
            bundle.put(picture, plates.data, source=source)
            for plate in plates.others:
                bundle.put(f"{picture}{plate.ending}", plate.data, source=source)

    def files(self, files: Iterable[str], bundle: Bundle) -> None:
        """Put `files`, paths below content/, into `bundle` as they are."""
        for file in files:
            path = self._content / file
            bundle.put(file, path.read_bytes(), source=str(path))


def _common(view: PaperView, templates: Templates) -> dict[str, object]:
    """Return what the context of every page has of the paper."""
    return {"paper": view, "standing": templates.standing_matter(view)}
