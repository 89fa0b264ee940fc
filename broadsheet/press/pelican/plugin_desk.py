"""The copy desk of a paper with plugins: articles become Pelican's own, and plugins change them."""

from pathlib import Path

from pelican.contents import Article
from pelican.generators import ArticlesGenerator
from pelican.plugins import signals

from broadsheet.model.address import Address
from broadsheet.model.edition import Edition
from broadsheet.model.finding import Finding
from broadsheet.model.schedule import Clock
from broadsheet.press.copy.body import BodyRenderer
from broadsheet.press.copy.copy import EditionCopy, schedule_of_copy
from broadsheet.press.copy.copy_desk import Written, each
from broadsheet.press.copy.scan import EditionFiles
from broadsheet.press.paper.settings import Paper
from broadsheet.press.pelican.article_lists import put_articles, put_taxonomy
from broadsheet.press.pelican.plugin_doubts import doubts_of_edition
from broadsheet.press.pelican.reader import (
    ManuscriptReader,
    PressArticle,
    changed_copy,
    forget_articles,
    read_manuscripts_with,
    text_of,
)


class PluginDesk:
    """Reads copy as articles of `generator`, and sends the signals that plugins listen to, with it as their sender."""

    def __init__(self, generator: ArticlesGenerator, renderer: BodyRenderer, paper: Paper) -> None:
        self._generator = generator
        self._paper = paper
        self._reader = ManuscriptReader(generator.settings, renderer, paper.words)
        self._in_press: dict[Address, PressArticle] = {}
        self._doubts: tuple[Finding, ...] = ()
        read_manuscripts_with(self._reader, generator.readers)

    def copy(self, files: EditionFiles, edition: Edition, clock: Clock) -> EditionCopy:
        """Read the manuscripts of one edition, and let plugins change those that the site shows."""
        forget_articles()
        self._reader.facts = edition.facts
        articles = each(files.manuscripts, self._read)
        schedule = schedule_of_copy(edition.address.date, (article.copy for article in articles), clock)
        released = [article for article in articles if self._paper.preview or not article.copy.is_held(clock)]
        kept = self._changed(released)
        self._in_press = {article.copy.manuscript.address: article for article in kept}
        return EditionCopy([changed_copy(article) for article in kept], schedule)

    def _read(self, path: Path) -> PressArticle:
        generator = self._generator
        article: PressArticle = generator.readers.read_file(
            base_path=generator.path,
            path=str(path.absolute().relative_to(generator.path)),
            content_class=Article,
            context=generator.context,
            preread_signal=signals.article_generator_preread,
            preread_sender=generator,
            context_signal=signals.article_generator_context,
            context_sender=generator,
        )
        return article

    def _changed(self, articles: list[PressArticle]) -> list[PressArticle]:
        """Send the signals of a generator that has read its articles, and return the articles that plugins left."""
        generator = self._generator
        published = [article for article in articles if article.status == "published"]
        drafts = [article for article in articles if article.status != "published"]
        put_articles(generator, published, drafts if self._paper.preview else [])
        signals.article_generator_pretaxonomy.send(generator)
        put_taxonomy(generator)
        signals.article_generator_finalized.send(generator)
        signals.all_generators_finalized.send([generator])
        kept = [*generator.articles, *generator.drafts]
        self._doubts = tuple(doubts_of_edition(kept, generator.context))
        return kept

    def doubts(self) -> tuple[Finding, ...]:
        """Return what is doubtful about what plugins did to the edition that was read last."""
        return self._doubts

    def gone_to_press(self, address: Address) -> Written | None:
        """Let plugins change an article just before its page is written."""
        article = self._in_press.pop(address, None)
        if article is None:
            return None
        signals.article_generator_write_article.send(self._generator, content=article)
        return Written(article, text_of(article))

    def printed(self, path: str, file: str, article: object) -> None:
        """Let plugins change the page `file` of the site, which lies at `path`; `article` is Pelican's, if it shows one."""
        context = {**self._generator.context, "output_file": file}
        signals.content_written.send(path, context={**context, "article": article} if article else context)
