"""The standing pages: about pages, 404, robots.txt, the theme's files; and the paper in every page's context."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from broadsheet.press.admin.desk_pages import DeskPage
from broadsheet.press.admin.page import admin_files
from broadsheet.press.admin.vendored import ADMIN
from broadsheet.press.feeds.channel import paper_channel
from broadsheet.press.feeds.feeds import feed_links
from broadsheet.press.files.writer import Bundle
from broadsheet.press.paper.settings import Paper
from broadsheet.press.sheets.list_links import list_link
from broadsheet.press.sheets.sheet import Sheet, head
from broadsheet.press.sheets.sheet_press import SheetPress
from broadsheet.press.standing.about_pages import About, about_sheets
from broadsheet.press.standing.offline import MANIFEST_FILE, OFFLINE, offline_files, offline_sheet
from broadsheet.press.theme.folder import TEMPLATES
from broadsheet.press.theme.static_files import ThemeFile, theme_files
from broadsheet.press.views.site import PaperView

ROBOTS_FILE = "robots.txt"
SEARCH = "search"
"""The address of the search page, and the name of its component in the theme."""
SCRIPTS = "scripts"
"""The name of the component of the theme that links to a page in the paper's other script."""
CONTROLS = "controls"
"""The template of the controls that need a script, and their folder below theme/ on the site."""

OURS = (
    "# Made by Broadsheet."  # the first line of robots.txt, which marks an output folder as the press's own
)


def paper_view(paper: Paper, *, has_about: bool) -> PaperView:
    """Return the paper in the context of every page. Nothing in it depends on editions, so none changes every page."""
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
        search_href=links.page(SEARCH) if paper.search else "",
        offline_href=links.page(OFFLINE) if paper.is_kept else "",
        manifest_href=links.at(MANIFEST_FILE) if paper.is_kept else "",
        feeds=feed_links(paper_channel(paper), paper),
        theme_href=links.page("theme"),
        sections=tuple(list_link("section", name, paper) for name in paper.section_nav),
        publisher=paper.publisher,
        copyright=paper.copyright,
    )


def print_standing(
    press: SheetPress, abouts: Sequence[About], theme: Path, content: Path, pages: Sequence[DeskPage]
) -> Bundle:
    """Render the standing pages, with the static files of the folder `theme`.

    `pages` of `content` are those whose articles /admin/ edits. Raises BroadsheetError for a mistake in an about page, a
    template or a style sheet, and for a missing file of /admin/.
    """
    bundle = press.bundle()
    bundle.put(ROBOTS_FILE, _robots_txt(press.paper), source=ROBOTS_FILE)
    for sheet, about in about_sheets(abouts, press.paper):
        press.sheet(sheet, str(about.file.path), bundle)
        press.pictures(sorted(set(about.body.pictures)), bundle)
    press.sheet(_not_found(press.paper), "404", bundle)
    paper = press.paper
    wanted = {SEARCH: paper.search, OFFLINE: paper.is_kept, SCRIPTS: bool(paper.scripts)}
    left_out = [component for component, is_wanted in wanted.items() if not is_wanted]
    sent = (*theme_files(theme, left_out), *_controls(press, theme))
    for file, data, source in sent:
        bundle.put(file, data, source=str(source))
    for file, data in offline_files(press.paper, theme, sent):
        bundle.put(file, data, source=OFFLINE)
    for file, data in admin_files(press.paper, content, pages):
        bundle.put(file, data, source=ADMIN)
    if press.paper.is_kept:
        press.sheet(offline_sheet(press.paper), OFFLINE, bundle)
    return bundle


def _controls(press: SheetPress, theme: Path) -> Iterator[ThemeFile]:
    """Yield the controls that need a script, in a file for each language of the paper: no page repeats them."""
    for language, html in press.in_each_script(CONTROLS):
        source = theme / TEMPLATES / f"{CONTROLS}.html"
        yield ThemeFile(f"theme/{CONTROLS}/{language}.html", html.strip().encode(), source)


def _not_found(paper: Paper) -> Sheet:
    """Return the page that servers such as GitHub Pages show for a missing address; it has no canonical address."""
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


def _robots_txt(paper: Paper) -> bytes:
    """Return robots.txt (RFC 9309); that of a preview forbids indexing."""
    lines = [OURS, "User-agent: *", "Disallow: /" if paper.preview else "Allow: /"]
    if paper.links.origin and not paper.preview:
        lines.append(f"Sitemap: {paper.links.absolute(paper.links.at('sitemap.xml'))}")
    return "".join(f"{line}\n" for line in lines).encode()
