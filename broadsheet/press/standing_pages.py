"""What stands whatever is printed: the paper's own facts, about, 404, robots.txt."""

from pathlib import Path

import msgspec

from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.reader import parse_article
from broadsheet.model.article import Article
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.press.body import Body, BodyRenderer
from broadsheet.press.feed_pages import paper_place
from broadsheet.press.feeds import feed_links
from broadsheet.press.links import page_file
from broadsheet.press.list_places import list_link
from broadsheet.press.place_names import ABOUT_FILE
from broadsheet.press.settings import Paper
from broadsheet.press.sheets import Sheet, head
from broadsheet.press.summaries import summary
from broadsheet.press.views import PaperView

ROBOTS_FILE = "robots.txt"
OURS = "# Made by Broadsheet."  # the first line of robots.txt, by which the press knows its own output folder


class About(msgspec.Struct, frozen=True):
    """The about page: its title and its text."""

    title: str
    body: Body


def paper_view(paper: Paper, *, has_about: bool) -> PaperView:
    """Return what every page knows of the paper. It holds nothing that a new edition could change."""
    links = paper.links
    return PaperView(
        name=paper.sitename,
        tagline=paper.paper_tagline,
        lang=paper.default_lang,
        locale=paper.words.locale,
        lettering=paper.words.lettering,
        home_href=links.page(),
        archive_href=links.page("archive"),
        about_href=links.page("about") if has_about else "",
        feeds=feed_links(paper_place(paper), paper),
        theme_href=links.page("theme"),
        sections=tuple(list_link("section", name, paper) for name in paper.section_nav),
        publisher=paper.publisher,
        copyright=paper.copyright,
    )


def read_about(content: Path, renderer: BodyRenderer) -> About:
    """Return the about page that lies in `content`. Raises ManuscriptError."""
    path = content / ABOUT_FILE
    article = parse_article(read_utf8(path), path)
    if article != Article(title=article.title, body=article.body) or not article.title:
        raise ManuscriptError(
            Finding(
                code="bad-about",
                path=str(path),
                line=1,
                message="the about page has a title and a text, and no other field",
                hint="write `title: …` between the two lines `---`, and nothing else",
            )
        )
    return About(article.title, renderer.render(article.body, path, ""))


def about_sheet(about: About, paper: Paper) -> Sheet:
    """Return the about page."""
    return Sheet(
        file=page_file("about"),
        template="about",
        head=head(
            f"{about.title} - {paper.sitename}",
            description=summary(about.body.html, paper.words.fit),
            canonical=paper.links.absolute(paper.links.page("about")),
        ),
        views={"title": about.title, "html": about.body.html},
    )


def not_found_sheet(paper: Paper) -> Sheet:
    """Return the page that GitHub Pages shows for an address that is none; it has no address of its own."""
    return Sheet(
        file="404.html",
        template="404",
        head=head(
            f"{paper.words.not_found} - {paper.sitename}",
            description=f"{paper.sitename} {paper.words.not_found}",
            canonical="",
        ),
        views={},
    )


def robots_txt(paper: Paper) -> bytes:
    """Return robots.txt; a preview asks not to be indexed."""
    lines = [OURS, "User-agent: *", "Disallow: /" if paper.preview else "Allow: /"]
    if paper.links.origin and not paper.preview:
        lines.append(f"Sitemap: {paper.links.absolute(paper.links.at('sitemap.xml'))}")
    return "".join(f"{line}\n" for line in lines).encode()
