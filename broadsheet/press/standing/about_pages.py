"""The about pages: content/about.md in the paper's language, content/about.<language>.md in others."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec

from broadsheet.manuscript.reader import read_manuscript
from broadsheet.model.about_file import about_language
from broadsheet.model.article import Article
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.press.copy.body import Body, BodyRenderer
from broadsheet.press.copy.summaries import summary
from broadsheet.press.copy.text_links import Origin
from broadsheet.press.paper.links import page_file
from broadsheet.press.paper.settings import Paper
from broadsheet.press.sheets.sheet import Sheet, head
from broadsheet.press.views.about import AboutView, VersionView


class AboutFile(msgspec.Struct, frozen=True, order=True):
    """The file of an about page; `language` is "" for the paper's language, so that this one sorts first."""

    language: str
    path: Path

    @property
    def parts(self) -> tuple[str, ...]:
        """Its address in parts."""
        return ("about", self.language) if self.language else ("about",)


class About(msgspec.Struct, frozen=True):
    """An about page, read and rendered."""

    file: AboutFile
    title: str
    body: Body


class AboutPages:
    """The about pages in the folder `content`, that in the paper's language first; `renderer` makes their HTML."""

    def __init__(self, content: Path, renderer: BodyRenderer) -> None:
        known = ((about_language(path.name), path) for path in content.glob("about*.md") if path.is_file())
        self.files = tuple(
            sorted(AboutFile(language, path) for language, path in known if language is not None)
        )
        self._renderer = renderer

    @property
    def has_own(self) -> bool:
        """Whether there is one in the paper's language."""
        return any(not file.language for file in self.files)

    def read(self) -> list[About]:
        """Read and render all of them. Raises ManuscriptError, also for fields other than the title."""
        return [_read(file, self._renderer) for file in self.files]


def _read(file: AboutFile, renderer: BodyRenderer) -> About:
    article = read_manuscript(file.path).article
    if article != Article(title=article.title, body=article.body) or not article.title:
        raise ManuscriptError(
            Finding(
                code="bad-about",
                path=str(file.path),
                line=1,
                message="the about page has a title and a text, and no other field",
                hint="write `title: …` between the two lines `---`, and nothing else",
            )
        )
    return About(
        file, article.title, renderer.render(article.body, Origin(file.path, "", f"/{'/'.join(file.parts)}/"))
    )


def about_sheets(abouts: Sequence[About], paper: Paper) -> Iterator[tuple[Sheet, About]]:
    """Yield the sheet of each about page with the page itself; each links to the other languages."""
    for about in abouts:
        versions = tuple(_version(other, paper) for other in abouts if other is not about)
        view = AboutView(
            title=about.title, html=about.body.html, language=about.file.language, versions=versions
        )
        yield _sheet(about, view, paper), about


def _version(about: About, paper: Paper) -> VersionView:
    language = about.file.language or paper.default_lang
    return VersionView(title=about.title, href=paper.links.page(*about.file.parts), language=language)


def _sheet(about: About, view: AboutView, paper: Paper) -> Sheet:
    return Sheet(
        file=page_file(*about.file.parts),
        template="about",
        head=head(
            f"{about.title} - {paper.sitename}",
            description=summary(about.body.html, paper.words.fit),
            canonical=paper.links.absolute(paper.links.page(*about.file.parts)),
        ),
        views={"about": view},
    )
