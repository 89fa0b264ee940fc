"""What stands whatever is printed: the paper's own facts, 404, robots.txt."""

from broadsheet.press.feed_pages import paper_place
from broadsheet.press.feeds import feed_links
from broadsheet.press.list_places import list_link
from broadsheet.press.settings import Paper
from broadsheet.press.sheets import Sheet, head
from broadsheet.press.views import PaperView

ROBOTS_FILE = "robots.txt"
OURS = "# Made by Broadsheet."  # the first line of robots.txt, by which the press knows its own output folder


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
