"""The press as Pelican's article generator: it prints the site an edition at a time, with Pelican's templates."""

import time
from typing import Any

from pelican.generators import ArticlesGenerator
from pelican.plugins import signals
from pelican.writers import Writer

from broadsheet.press.copy.body import BodyRenderer
from broadsheet.press.copy.copy_desk import CopyDesk, QuietDesk
from broadsheet.press.files.site_stage import SiteStage
from broadsheet.press.paper.settings import Paper
from broadsheet.press.pelican.article_lists import withdraw, withdraw_from_context
from broadsheet.press.pelican.handover import Handover
from broadsheet.press.pelican.listeners import gatherers, wants_articles
from broadsheet.press.pelican.markdown_settings import added_extensions
from broadsheet.press.pelican.plugin_desk import PluginDesk
from broadsheet.press.pelican.plugin_doubts import doubts_of_listeners
from broadsheet.press.run.job import job_of, whole_job
from broadsheet.press.run.press_room import PressRoom
from broadsheet.press.run.report import Report
from broadsheet.press.theme.environment import dress


class EditionGenerator(ArticlesGenerator):
    """Makes the whole site out of content/, an edition at a time.

    Plugins get the signals of Pelican's article generator once for each edition, and its lists hold that edition.
    Without plugins no article becomes an object of Pelican's, which costs as much as reading it.
    """

    report: Report | None = None
    handover: Handover | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        self._began = time.time_ns()
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        dress(self.env, self.settings, self._templates_path)

    def generate_context(self) -> None:
        """Open the press room; called by Pelican before anything is written."""
        self.room = PressRoom(self.settings, self.env, self._desk, added_extensions(self.settings))
        withdraw_from_context(self)

    def _desk(self, renderer: BodyRenderer, paper: Paper) -> CopyDesk:
        if wants_articles(self.settings):
            return PluginDesk(self, renderer, paper)
        return QuietDesk(renderer, paper)

    def generate_output(self, writer: Writer) -> None:
        """Print the site; called by Pelican. Raises PressError with everything that keeps it from being whole."""
        job = job_of(self.settings, self._began)
        if plugins := gatherers():
            job = whole_job(job, f"{', '.join(plugins)} gathers from every page")
        report = self.room.print_site(job)
        withdraw(self)
        self.handover = Handover(SiteStage(job.inputs.output), job.cache.files.all())
        self.report = report._replace(doubts=(*report.doubts, *doubts_of_listeners()))
        signals.article_writer_finalized.send(self, writer=writer)
