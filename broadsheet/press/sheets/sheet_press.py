"""The sheet press: puts sheets through the theme's templates, and the pictures that they show beside them."""

from collections.abc import Iterable
from pathlib import Path

from markupsafe import Markup

from broadsheet.press.copy.copy_desk import CopyDesk
from broadsheet.press.files.writer import Bundle, SiteWriter
from broadsheet.press.paper.settings import Paper
from broadsheet.press.plates.plate_cache import PlateRoom
from broadsheet.press.sheets.sheet import Sheet
from broadsheet.press.theme.templates import Templates, rendered
from broadsheet.press.views.article import CardView
from broadsheet.press.views.site import PaperView


class SheetPress:
    """Prints whatever page of a paper it is given; `view` is what every page knows of the paper."""

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
    ) -> None:
        self._writer = writer
        self.paper = paper
        self._templates = templates
        self._on_every_page = {"paper": view, "standing": templates.standing_matter(view)}
        self._desk = desk
        self._content = content
        self._plate_room = plate_room

    def bundle(self) -> Bundle:
        """Return a bundle without anything in it."""
        return Bundle(self._writer)

    def sheet(self, sheet: Sheet, source: str, bundle: Bundle, article: object = None) -> None:
        """Print one page, which `source` makes; `article` is Pelican's object of the article that it shows, if any."""
        views = {**self._on_every_page, "head": sheet.head, "pelican_article": article, **sheet.views}
        html = rendered(self._templates.get(sheet.template), views, source)
        path = bundle.put_page(sheet.file, html, source=source)
        self._desk.printed(path, sheet.file, article)

    def listed(self, card: CardView) -> Markup:
        """Set an article as every list shows that it is in."""
        html = rendered(self._templates.get("listed"), {**self._on_every_page, "card": card}, card.href)
        return Markup(html.strip())  # noqa: S704  the template escaped it

    def pictures(self, pictures: Iterable[str], bundle: Bundle) -> None:
        """Lay out the plates of pictures, paths below content/."""
        for picture in pictures:
            source, plates = str(self._content / picture), self._plate_room.plates(picture)
            bundle.put(picture, plates.data, source=source)
            for plate in plates.others:
                bundle.put(f"{picture}{plate.ending}", plate.data, source=source)
