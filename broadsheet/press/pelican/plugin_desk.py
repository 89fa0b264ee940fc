"""The copy desk of a paper with plugins: articles become Pelican's own, and its plugins hear and change what they like."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pelican.contents import Category
from pelican.plugins import signals

from broadsheet.model.address import Address
from broadsheet.model.edition import EditionFacts
from broadsheet.press.copy.body import BodyRenderer
from broadsheet.press.copy.copy import Copy
from broadsheet.press.copy.copy_desk import each
from broadsheet.press.copy.galley import section_of
from broadsheet.press.copy.scan import EditionFiles
from broadsheet.press.paper.settings import Paper
from broadsheet.press.pelican.reader import PressArticle

if TYPE_CHECKING:
    from broadsheet.press.pelican.generator import EditionGenerator


class PluginDesk:
    """Reads copy by way of the articles of `generator`, with the signals that Pelican's plugins wait for."""

    def __init__(self, generator: "EditionGenerator", _renderer: BodyRenderer, paper: Paper) -> None:
        self._generator = generator
        self._paper = paper
        self._in_press: dict[Address, PressArticle] = {}

    def copies(self, files: EditionFiles, facts: EditionFacts) -> list[Copy]:
        """Read the manuscripts of one edition, and let plugins change them."""
        desk = self._generator
        articles = each(files.manuscripts, lambda path: self._read(path, facts))
        desk.articles = [article for article in articles if article.status == "published"]
        desk.drafts = [a for a in articles if a.status != "published"] if self._paper.preview else []
        signals.article_generator_pretaxonomy.send(desk)
        desk.context.update(articles=desk.articles, drafts=desk.drafts)
        signals.article_generator_finalized.send(desk)
        kept = (*desk.articles, *desk.drafts)
        self._in_press = {article.copy.manuscript.address: article for article in kept}
        return [article.changed_copy() for article in kept]

    def _read(self, path: Path, facts: EditionFacts) -> PressArticle:
        desk = self._generator
        article: PressArticle = desk.readers.read_file(
            base_path=desk.path,
            path=str(path.absolute().relative_to(desk.path)),
            content_class=PressArticle,
            context=desk.context,
            preread_signal=signals.article_generator_preread,
            preread_sender=desk,
            context_signal=signals.article_generator_context,
            context_sender=desk,
        )
        manuscript = article.copy.manuscript
        section = section_of(manuscript.article, facts, manuscript.address.page)
        if section:
            article.category = article.metadata["category"] = Category(section, desk.settings)
        return article

    def gone_to_press(self, address: Address) -> PressArticle | None:
        """Tell plugins that an article is written now, and return Pelican's own object of it."""
        content = self._in_press.pop(address, None)
        if content:
            signals.article_generator_write_article.send(self._generator, content=content)
        return content

    def printed(self, path: str, context: Mapping[str, object]) -> None:
        """Tell plugins that a file is written."""
        signals.content_written.send(path, context=dict(context))
