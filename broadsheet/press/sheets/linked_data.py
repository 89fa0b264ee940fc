"""Structured data (linked data) for search engines: things of schema.org as JSON-LD, without unknown fields.

https://schema.org/NewsArticle has the fields of print: dateline, printEdition, printPage, printSection.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from markupsafe import Markup

from broadsheet.lexicon.organisations import is_organisation
from broadsheet.press.paper.settings import Paper
from broadsheet.press.views.edition import MastheadView
from broadsheet.press.views.site import Link

# Characters that could end a <script> or begin a comment in it, and JavaScript's old line ends.
_UNSAFE = re.compile("[<>&\u2028\u2029]")


def json_ld(*things: Mapping[str, Any]) -> Markup:
    """Return `things` as JSON-LD, escaped for use in <script type="application/ld+json">."""
    document = {"@context": "https://schema.org", "@graph": things}
    text = _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", msgspec.json.encode(document).decode())
    return Markup(text)  # noqa: S704  nothing of HTML is left in it


def thing(kind: str, **fields: object) -> dict[str, object]:
    """Return a thing of schema.org's type `kind` with its `fields`, without empty ones; the field `id` becomes @id."""
    known = {("@id" if name == "id" else name): value for name, value in fields.items() if value}
    return {"@type": kind, **known}


def newspaper(paper: Paper) -> dict[str, object]:
    """Return the newspaper, of which editions are part; its front page says more of it."""
    home = paper.links.full(paper.links.page())
    return thing("Newspaper", id=f"{home}#newspaper", name=paper.sitename)


def publisher(paper: Paper) -> dict[str, object] | None:
    """Return the publisher in the settings, or None."""
    if not paper.publisher:
        return None
    return thing("NewsMediaOrganization", name=paper.publisher, url=paper.links.full(paper.links.page()))


def publication_issue(masthead: MastheadView, paper: Paper, **fields: object) -> dict[str, object]:
    """Return an edition, in schema.org an issue, with further `fields`."""
    address = paper.links.full(masthead.href)
    return thing(
        "PublicationIssue",
        id=address,
        issueNumber=str(masthead.running_number or ""),
        datePublished=masthead.iso_date,
        isPartOf=newspaper(paper),
        **fields,
    )


def author(link: Link, paper: Paper) -> dict[str, object]:
    """Return an author: a person, or an organisation for the name of a newspaper's desk."""
    kind = "Organization" if is_organisation(link.text) else "Person"
    return thing(kind, name=link.text, url=paper.links.full(link.href))


def breadcrumbs(links: Iterable[Link], paper: Paper) -> dict[str, object]:
    """Return breadcrumbs: `links` lead from the front page down to a page."""
    items = [
        thing("ListItem", position=position, name=link.text, item=paper.links.full(link.href))
        for position, link in enumerate(links, 1)
    ]
    return thing("BreadcrumbList", itemListElement=items)
