"""The press as Pelican's generator: a press room with Pelican's templates, whose copy desk tells its plugins of what they wait for."""

from typing import Any

from pelican.generators import Generator
from pelican.plugins import signals
from pelican.writers import Writer

from broadsheet.press.copy.copy_desk import QuietDesk
from broadsheet.press.pelican.listeners import wants_articles
from broadsheet.press.pelican.plugin_desk import PluginDesk
from broadsheet.press.pelican.reader import PressArticle
from broadsheet.press.run.job import job_of
from broadsheet.press.run.press_room import PressRoom
from broadsheet.press.run.report import Report
from broadsheet.press.theme.environment import dress

# What content plugins look for on a generator of articles. Here they hold one edition at a time.
_LISTS = (
    "articles",
    "drafts",
    "translations",
    "hidden_articles",
    "hidden_translations",
    "drafts_translations",
)


class EditionGenerator(Generator):
    """Makes the whole site out of content/, an edition at a time.

    Content plugins get the signals of Pelican's article generator once for each edition; where there are none, no
    article becomes an object of Pelican's, which costs as much as reading it.
    """

    articles: list[PressArticle]
    drafts: list[PressArticle]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        for name in _LISTS:
            setattr(self, name, [])
        super().__init__(*args, **kwargs)  # type: ignore[no-untyped-call]
        dress(self.env, self.settings, self._templates_path)
        self.report: Report | None = None
        signals.article_generator_init.send(self)

    def generate_context(self) -> None:
        """Open the press room; called by Pelican before anything is written."""
        plugins = wants_articles(self.settings)
        self.room = PressRoom(
            self.settings,
            self.env,
            lambda *of: PluginDesk(self, *of) if plugins else QuietDesk(*of),
        )

    def generate_output(self, writer: Writer) -> None:
        """Print the site; called by Pelican. Raises PressError with everything that keeps it from being whole."""
        self.report = self.room.print_site(job_of(self.settings))
        signals.article_writer_finalized.send(self, writer=writer)
