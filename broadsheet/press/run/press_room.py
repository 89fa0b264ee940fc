"""The press room: what renders the editions of one site, in Pelican or without it."""

from collections.abc import Callable, Mapping
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment

from broadsheet.manuscript import read_edition
from broadsheet.model.errors import BroadsheetError
from broadsheet.model.schedule import Clock
from broadsheet.press.copy.body import NO_EXTRAS, BodyRenderer, Extras
from broadsheet.press.copy.copy_desk import CopyDesk, QuietDesk, each
from broadsheet.press.copy.galley import SetEdition
from broadsheet.press.copy.page_maps import SetPageMap, set_page_map
from broadsheet.press.copy.scan import EditionFiles
from broadsheet.press.copy.text_links import Origin
from broadsheet.press.copy.typesetting import Typesetter
from broadsheet.press.edition.shard import made_up
from broadsheet.press.files.paths import as_typed
from broadsheet.press.files.writer import SiteWriter
from broadsheet.press.paper.settings import Paper, read_paper
from broadsheet.press.plates.plate_cache import PlateRoom
from broadsheet.press.run.edition_forms import edition_forms
from broadsheet.press.run.edition_press import EditionPress, EditionTask, Outcome, PrintedEdition
from broadsheet.press.run.job import Job
from broadsheet.press.run.log_watch import stop_at_warnings
from broadsheet.press.run.press_run import run_press
from broadsheet.press.run.report import Report
from broadsheet.press.run.state import Run
from broadsheet.press.scripts.conversion import conversion_of
from broadsheet.press.share_images.face import NO_FACE
from broadsheet.press.share_images.share_image_cache import share_image_cache
from broadsheet.press.sheets.sheet_press import SheetPress
from broadsheet.press.standing.about_pages import AboutPages
from broadsheet.press.standing.standing_pages import paper_view
from broadsheet.press.theme.environment import theme_environment
from broadsheet.press.theme.templates import Templates


class PressRoom:
    """Renders editions of the site of `settings` with the theme's templates in `environment`.

    `desk_of` makes the copy desk; `extras` are extensions of Markdown beyond a manuscript's own.
    """

    def __init__(
        self,
        settings: Mapping[str, Any],
        environment: Environment,
        desk_of: Callable[[BodyRenderer, Paper], CopyDesk] = QuietDesk,
        extras: Extras = NO_EXTRAS,
    ) -> None:
        paper = read_paper(settings)
        content, cache = as_typed(settings["PATH"]), Path(settings["CACHE_PATH"])
        renderer = BodyRenderer(content, PlateRoom(content, cache), paper.links, extras)
        images = share_image_cache(paper, cache)
        self._abouts = AboutPages(content, renderer)
        self._content = content
        self._desk = desk_of(renderer, paper)
        self._plate_room = renderer.plate_room
        self._typesetter = Typesetter(content, renderer, paper)
        theme, view = Path(settings["THEME"]), paper_view(paper, has_about=self._abouts.has_own)
        templates = Templates(environment, theme)
        self._press = SheetPress(
            SiteWriter(Path(settings["OUTPUT_PATH"])),
            templates,
            paper,
            view,
            desk=self._desk,
            content=content,
            plate_room=self._plate_room,
            conversion=conversion_of(paper, content, theme),
        )
        forms = edition_forms(paper, view, templates, theme=theme, plate_room=self._plate_room, kept=cache)
        self._edition_press = EditionPress(self._press, self._desk, images, forms)
        self._doubts = (
            *((NO_FACE,) if paper.siteurl and images is None else ()),
            *(doubt for form in forms for doubt in form.press.doubts),
        )
        self._spared = tuple(settings.get("OUTPUT_RETENTION", ()))

    def print_site(self, job: Job) -> Report:
        """Do the press run of `job`. Raises PressError with all errors; the site then stays as it was."""
        report = run_press(Run(job, self._press, self.print_edition, self._abouts, self._spared))
        return report._replace(doubts=(*self._doubts, *report.doubts))

    def print_edition(self, task: EditionTask) -> Outcome:
        """Print one edition, or return the errors in it."""
        try:
            with self._plate_room.at_hand():
                printed = self._printed(task)
            stop_at_warnings()
        except BroadsheetError as error:
            return error.findings
        return printed

    def _printed(self, task: EditionTask) -> PrintedEdition:
        edition = self._set_edition(task.files, task.clock)
        if not edition.galleys:
            return PrintedEdition(schedule=edition.schedule)
        printed = self._edition_press.edition(task, made_up(edition, task.previous, task.following))
        return msgspec.structs.replace(printed, doubts=(*printed.doubts, *self._desk.doubts()))

    def _set_edition(self, files: EditionFiles, clock: Clock) -> SetEdition:
        edition = read_edition(files.folder)
        copy, date = self._desk.copy(files, edition, clock), edition.address.date
        galleys = each(copy.shown, lambda one: self._typesetter.galley(one, edition.facts, clock))
        origin = Origin(Path(edition.path), files.folder.name, edition.address.href)
        note = self._typesetter.editors_note(edition.facts.editors_note, origin)
        return SetEdition(
            edition=edition,
            editors_note=note.view,
            galleys=tuple(sorted(galleys, key=lambda galley: galley.address)),
            page_maps=self._page_maps(files),
            pictures=tuple(sorted({*note.pictures, *chain.from_iterable(g.pictures for g in galleys)})),
            links=tuple(sorted({*note.links, *chain.from_iterable(g.links for g in galleys)})),
            schedule=copy.schedule,
            release=clock.at(clock.begin(date)) if clock.is_held(date) else None,
        )

    def _page_maps(self, files: EditionFiles) -> dict[int, SetPageMap]:
        work = partial(
            set_page_map, content=self._content, plate_room=self._plate_room, paper=self._press.paper
        )
        return dict(zip(files.page_maps, each(files.page_maps.values(), work), strict=True))


def open_room(settings: Mapping[str, Any]) -> PressRoom:
    """Return the press room of a site that is built without Pelican. Raises PressError for bad settings."""
    return PressRoom(settings, theme_environment(settings))
