"""The views of an edition as its EPUB shows them, and its documents: cover, title page, contents, articles."""

from collections.abc import Iterator

import msgspec
from markupsafe import Markup

from broadsheet.press.epub.files import (
    CONTENTS,
    COVER,
    FRONT,
    EpubLinks,
    article_file,
    page_anchor,
)
from broadsheet.press.epub.xhtml import document, xhtml
from broadsheet.press.paper.settings import Paper
from broadsheet.press.theme.templates import Templates, rendered
from broadsheet.press.views.article import ArticleView, EditorsNoteView, PhotoView, TeaserView
from broadsheet.press.views.edition import WholePageView, WholeView
from broadsheet.press.views.epub import EpubView, SectionView
from broadsheet.press.views.site import Link, PaperView


def whole_in_epub(whole: WholeView, links: EpubLinks) -> WholeView:
    """Return `whole` with texts in XHTML, and with the links and pictures of its EPUB."""
    base = whole.masthead.href
    return msgspec.structs.replace(
        whole,
        editors_note=_note(whole.editors_note, links, base),
        pages=tuple(_page(printed, links) for printed in whole.pages),
    )


def _page(printed: WholePageView, links: EpubLinks) -> WholePageView:
    page = printed.page
    return WholePageView(
        page=msgspec.structs.replace(page, href=links.href(page.href, page.href)),
        articles=tuple(_article(article, links) for article in printed.articles),
    )


def _article(article: ArticleView, links: EpubLinks) -> ArticleView:
    base = article.href
    return msgspec.structs.replace(
        article,
        href=links.href(base, base),
        html=Markup(xhtml(article.html, links, base)),  # noqa: S704  it was safe before
        editors_note=_note(article.editors_note, links, base),
        photos=tuple(_photo(photo, links, base) for photo in article.photos),
        teasers=tuple(
            TeaserView(text=teaser.text, href=teaser.href and links.href(teaser.href, base))
            for teaser in article.teasers
        ),
    )


def _note(note: EditorsNoteView | None, links: EpubLinks, base: str) -> EditorsNoteView | None:
    if note is None:
        return None
    return EditorsNoteView(label=note.label, html=Markup(xhtml(note.html, links, base)))  # noqa: S704  the same


def _photo(photo: PhotoView, links: EpubLinks, base: str) -> PhotoView:
    if not photo.src:
        return photo
    return msgspec.structs.replace(photo, src=links.picture(photo.src, base), sources=())


def sections_of(whole: WholeView) -> tuple[SectionView, ...]:
    """Return the sections of an edition in the order in which print begins them; articles without one are left out."""
    sections: dict[str, list[Link]] = {}
    for article in (article for printed in whole.pages for article in printed.articles):
        if name := article.section.text:
            link = Link(text=article.headlines.title, href=article.href)
            sections.setdefault(name, []).append(link)
    return tuple(SectionView(name=name, articles=tuple(links)) for name, links in sections.items())


class EpubTemplates:
    """The theme's templates of EPUBs, for one paper."""

    def __init__(self, templates: Templates, paper: Paper, view: PaperView) -> None:
        self._templates = templates
        self._links = paper.links
        self._on_every_page = {"paper": view}

    def documents(self, view: EpubView, whole: WholeView, source: str) -> Iterator[tuple[str, bytes]]:
        """Yield the names and bytes of the documents of an EPUB, in reading order.

        `whole` has the links of the site; `source` is the edition's folder, for messages. Raises PressError.
        """
        if view.cover:
            yield COVER, self._document("cover", {"epub": view}, source)
        yield FRONT, self._document("front", {"epub": view}, source)
        yield CONTENTS, self._document("contents", {"epub": view}, source)
        for printed, on_site in zip(view.whole.pages, whole.pages, strict=True):
            for article, its_site in zip(printed.articles, on_site.articles, strict=True):
                views = {
                    "article": article,
                    "page": printed.page,
                    "page_anchor": page_anchor(printed.page.number) if article is printed.articles[0] else "",
                    "site_href": self._links.absolute(its_site.href),
                }
                yield article_file(article.anchor), self._document("article", views, its_site.href)

    def _document(self, name: str, views: dict[str, object], source: str) -> bytes:
        template = self._templates.get(f"{name}.xhtml")
        text = rendered(template, {**self._on_every_page, **views}, source)
        return document(text, template.filename or name, source)
