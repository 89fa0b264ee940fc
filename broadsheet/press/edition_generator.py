"""The press as Pelican's generator: it reads edition after edition and prints each as soon as its neighbours are known."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

from jinja2 import FileSystemBytecodeCache
from pelican.contents import Category
from pelican.generators import Generator
from pelican.plugins import signals

from broadsheet.manuscript import read_edition
from broadsheet.model.address import Address
from broadsheet.model.edition import EditionFacts
from broadsheet.model.errors import BroadsheetError, PressError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.press.card_room import card_room
from broadsheet.press.copy import Copy, read_copy
from broadsheet.press.crew import crew_of
from broadsheet.press.edition_press import EditionPress, EditionTask, PrintedEdition
from broadsheet.press.galley import SetEdition, section_of
from broadsheet.press.job import job_of
from broadsheet.press.languages import install
from broadsheet.press.listeners import wants_articles
from broadsheet.press.plate_room import PlateRoom
from broadsheet.press.press_run import PressRun
from broadsheet.press.reader import PressArticle, body_renderer, shown
from broadsheet.press.report import Report
from broadsheet.press.scan import EditionFiles
from broadsheet.press.settings import Paper, read_paper
from broadsheet.press.shards import made_up
from broadsheet.press.standing_pages import read_about
from broadsheet.press.theme_loader import ThemeLoader
from broadsheet.press.typesetting import Typesetter
from broadsheet.press.writer import PressWriter

T = TypeVar("T")
U = TypeVar("U")

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
        # Without this, Pelican's own theme would quietly fill in for a template that ours lacks.
        self.env.loader = ThemeLoader(self._templates_path)
        self.env.bytecode_cache = _kept_templates(Path(self.settings["CACHE_PATH"]))
        self.paper: Paper = read_paper(self.settings)
        install(self.env, Path(self.settings["THEME"]), self.paper.default_lang)
        self.content = shown(self.path)
        self.report: Report | None = None
        self._in_press: dict[Address, PressArticle] = {}
        signals.article_generator_init.send(self)

    def generate_context(self) -> None:
        """Get ready to set type; called by Pelican before anything is written."""
        kept = Path(self.settings["CACHE_PATH"])
        self.plate_room = PlateRoom(self.content, kept)
        self.renderer = body_renderer(self.content, kept, self.paper.links)
        self.typesetter = Typesetter(self.content, self.renderer, self.plate_room, self.paper)

    def generate_output(self, writer: PressWriter) -> None:
        """Print the site; called by Pelican. Raises PressError with everything that keeps it from being whole."""
        job = job_of(self.settings)
        self.open(writer)
        run = PressRun(
            job, self.press, crew_of(job, self.print_edition), tuple(self.settings["OUTPUT_RETENTION"])
        )
        self.report = run.run()
        signals.article_writer_finalized.send(self, writer=writer)

    def open(self, writer: PressWriter) -> None:
        """Get the press ready to print with `writer`."""
        about = read_about(self.content, self.renderer)
        self.press = EditionPress(
            writer,
            self,
            self.content,
            self.paper,
            plate_room=self.plate_room,
            card_room=card_room(self.paper, Path(self.settings["CACHE_PATH"])),
            about=about,
        )
        self._has_plugins = wants_articles(self.settings)

    def print_edition(self, task: EditionTask) -> PrintedEdition | tuple[Finding, ...]:
        """Print one edition, or return what keeps it from being whole."""
        try:
            edition = self._set_edition(task.files)
            if not edition.galleys:
                return PrintedEdition(task=task)
            shard = made_up(edition, task.previous, task.following)
            return self.press.edition(task, shard, self._sent_to_press)
        except BroadsheetError as error:
            return error.findings
        finally:
            self._in_press.clear()

    def _set_edition(self, files: EditionFiles) -> SetEdition:
        edition = read_edition(files.folder)
        copies = (self._copies_for_plugins if self._has_plugins else self._copies)(files, edition.facts)
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

    def _copies(self, files: EditionFiles, _facts: EditionFacts) -> list[Copy]:
        """Read the manuscripts of one edition: what readers may see, and for a preview the rest."""
        copies = each(files.manuscripts, lambda path: read_copy(path, self.renderer, self.paper.words))
        return [copy for copy in copies if copy.is_published or self.paper.preview]

    def _copies_for_plugins(self, files: EditionFiles, facts: EditionFacts) -> list[Copy]:
        """Do the same by way of Pelican's own articles, with the signals that its plugins wait for."""
        articles = each(files.manuscripts, lambda path: self._read_article(path, facts))
        self.articles = [article for article in articles if article.status == "published"]
        self.drafts = [a for a in articles if a.status != "published"] if self.paper.preview else []
        signals.article_generator_pretaxonomy.send(self)
        self.context.update(articles=self.articles, drafts=self.drafts)
        signals.article_generator_finalized.send(self)
        kept = (*self.articles, *self.drafts)
        self._in_press = {article.copy.manuscript.address: article for article in kept}
        return [article.changed_copy() for article in kept]

    def _read_article(self, path: Path, facts: EditionFacts) -> PressArticle:
        article: PressArticle = self.readers.read_file(
            base_path=self.path,
            path=str(path.relative_to(self.content)),
            content_class=PressArticle,
            context=self.context,
            preread_signal=signals.article_generator_preread,
            preread_sender=self,
            context_signal=signals.article_generator_context,
            context_sender=self,
        )
        manuscript = article.copy.manuscript
        section = section_of(manuscript.article, facts, manuscript.address.page)
        if section:
            article.category = article.metadata["category"] = Category(section, self.settings)
        return article

    def _sent_to_press(self, address: Address) -> PressArticle | None:
        """Return Pelican's own object of the article at `address`, once, telling its plugins that it is written now."""
        content = self._in_press.pop(address, None)
        if content:
            signals.article_generator_write_article.send(self, content=content)
        return content


def each(items: Iterable[T], work: Callable[[T], U]) -> list[U]:
    """Return what `work` makes of each of `items`. Raises PressError with the findings of all where it fails for some."""
    done: list[U] = []
    findings: list[Finding] = []
    for item in items:
        try:
            done.append(work(item))
        except BroadsheetError as error:
            findings.extend(error.findings)
    raise_if_any(PressError, findings)
    return done


def _kept_templates(cache: Path) -> FileSystemBytecodeCache:
    """Return where Jinja keeps compiled templates, each with the digest of its source; making them costs an edition."""
    folder = cache / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))
