"""The press room: what prints the editions of one site, be it for Pelican or by itself."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment

from broadsheet.manuscript import read_edition
from broadsheet.model.errors import BroadsheetError
from broadsheet.model.finding import Finding
from broadsheet.press.about_pages import about_files, read_about
from broadsheet.press.body import BodyRenderer, body_renderer
from broadsheet.press.card_room import card_room
from broadsheet.press.copy_desk import CopyDesk, QuietDesk, each
from broadsheet.press.crew import crew_of
from broadsheet.press.edition_press import EditionPress, EditionTask, PrintedEdition
from broadsheet.press.galley import SetEdition
from broadsheet.press.job import Job
from broadsheet.press.paths import as_typed
from broadsheet.press.press_run import PressRun
from broadsheet.press.report import Report
from broadsheet.press.scan import EditionFiles
from broadsheet.press.settings import Paper, read_paper
from broadsheet.press.shards import made_up
from broadsheet.press.theme_environment import theme_environment
from broadsheet.press.typesetting import Typesetter
from broadsheet.press.writer import SiteWriter


class PressRoom:
    """Prints editions of the site of `settings` with the theme's templates in `environment`."""

    def __init__(
        self,
        settings: Mapping[str, Any],
        environment: Environment,
        desk_of: Callable[[BodyRenderer, Paper], CopyDesk] = QuietDesk,
    ) -> None:
        paper = read_paper(settings)
        content, kept = as_typed(settings["PATH"]), Path(settings["CACHE_PATH"])
        renderer = body_renderer(content, kept, paper.links)
        self.plate_room = renderer.plate_room
        self.desk = desk_of(renderer, paper)
        self.typesetter = Typesetter(content, renderer, paper)
        self.press = EditionPress(
            SiteWriter(Path(settings["OUTPUT_PATH"])),
            environment,
            Path(settings["THEME"]),
            content,
            paper,
            desk=self.desk,
            plate_room=self.plate_room,
            card_room=card_room(paper, kept),
            about_files=about_files(content),
            read_about=partial(read_about, renderer=renderer),
        )
        self._spared = tuple(settings.get("OUTPUT_RETENTION", ()))

    def print_site(self, job: Job) -> Report:
        """Print what `job` asks for. Raises PressError with everything that keeps the site from being whole."""
        return PressRun(job, self.press, crew_of(job, self.print_edition), self._spared).run()

    def print_edition(self, task: EditionTask) -> PrintedEdition | tuple[Finding, ...]:
        """Print one edition, or return what keeps it from being whole."""
        try:
            with self.plate_room.at_hand():
                return self._printed(task)
        except BroadsheetError as error:
            return error.findings

    def _printed(self, task: EditionTask) -> PrintedEdition:
        edition = self._set_edition(task.files)
        if not edition.galleys:
            return PrintedEdition()
        return self.press.edition(task, made_up(edition, task.previous, task.following))

    def _set_edition(self, files: EditionFiles) -> SetEdition:
        edition = read_edition(files.folder)
        copies = self.desk.copies(files, edition.facts)
        galleys = each(copies, lambda copy: self.typesetter.galley(copy, edition.facts))
        note, pictures = self.typesetter.editors_note(
            edition.facts.editors_note, Path(edition.path), files.folder.name
        )
        return SetEdition(
            edition=edition,
            editors_note=note,
            galleys=tuple(sorted(galleys, key=lambda galley: galley.address)),
            pictures=pictures,
        )


def open_room(settings: Mapping[str, Any]) -> PressRoom:
    """Return the press room of a site whose settings ask nothing of Pelican."""
    return PressRoom(settings, theme_environment(settings))
