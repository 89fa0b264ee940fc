"""A feed in Atom's form (RFC 4287)."""

from collections.abc import Sequence

from broadsheet.press.feed_entries import Entry
from broadsheet.press.feed_place import FeedPlace, moment
from broadsheet.press.settings import Paper
from broadsheet.press.xml_file import element, long_words, words, xml_document

_FILE = "feed.xml"


def atom_feed(place: FeedPlace, newest_first: Sequence[Entry], paper: Paper) -> bytes:
    """Return the feed of the given articles."""
    home = place.page_href(paper)
    author = paper.publisher or paper.sitename
    head = (
        element("title", place.title),
        element("subtitle", paper.paper_tagline) if paper.paper_tagline else "",
        element("link", rel="alternate", type="text/html", href=home),
        element("link", rel="self", type="application/atom+xml", href=place.href(_FILE, paper)),
        element("id", home),
        element("updated", moment(max(entry.updated for entry in newest_first), paper).isoformat()),
        element("author", markup=element("name", author)),
        element("rights", paper.copyright) if paper.copyright else "",
    )
    entries = (_entry(entry, paper) for entry in newest_first)
    root = {"xmlns": "http://www.w3.org/2005/Atom", "xml:lang": paper.default_lang}
    return xml_document("feed", "".join((*head, *entries)), root)


def _entry(entry: Entry, paper: Paper) -> str:
    href = words(entry.href)
    authors = "".join([f"<author><name>{words(name)}</name></author>" for name in entry.authors])
    terms = "".join([f'<category term="{words(term)}"/>' for term in entry.terms])
    return (
        f"<entry><title>{words(entry.title)}</title>"
        f'<link rel="alternate" type="text/html" href="{href}"/><id>{href}</id>'
        f"<published>{moment(entry.published, paper).isoformat()}</published>"
        f"<updated>{moment(entry.updated, paper).isoformat()}</updated>{authors}{terms}"
        f'<summary>{words(entry.summary)}</summary><content type="html">{long_words(entry.html)}</content></entry>'
    )
