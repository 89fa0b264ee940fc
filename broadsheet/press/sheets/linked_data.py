"""What machines are told of a page: schema.org's words as JSON-LD. No field is made of a value that the paper has not.

https://schema.org/NewsArticle has the vocabulary of print: dateline, printEdition, printPage, printSection.
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

# What would end a <script> or begin a remark in it, and what JavaScript once took for line ends.
_UNSAFE = re.compile("[<>&\u2028\u2029]")


def json_ld(*things: Mapping[str, Any]) -> Markup:
    """Return `things` as the text of <script type="application/ld+json">, which browsers do not run."""
    document = {"@context": "https://schema.org", "@graph": things}
    text = _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", msgspec.json.encode(document).decode())
    return Markup(text)  # noqa: S704  nothing of HTML is left in it


def thing(kind: str, **fields: object) -> dict[str, object]:
    """Return a thing of schema.org's `kind` with those of `fields` that are known. `id` is its name among things."""
    known = {("@id" if name == "id" else name): value for name, value in fields.items() if value}
    return {"@type": kind, **known}


def newspaper(paper: Paper) -> dict[str, object]:
    """Return the newspaper as what its editions are part of."""
    home = paper.links.full(paper.links.page())
    return thing("Newspaper", id=f"{home}#newspaper", name=paper.sitename, url=home)


def publisher(paper: Paper) -> dict[str, object] | None:
    """Return who publishes the paper, where the settings say it."""
    if not paper.publisher:
        return None
    return thing("NewsMediaOrganization", name=paper.publisher, url=paper.links.full(paper.links.page()))


def publication_issue(masthead: MastheadView, paper: Paper, **fields: object) -> dict[str, object]:
    """Return an edition, which schema.org calls an issue."""
    address = paper.links.full(masthead.href)
    return thing(
        "PublicationIssue",
        id=address,
        url=address,
        issueNumber=str(masthead.running_number or ""),
        datePublished=masthead.iso_date,
        isPartOf=newspaper(paper),
        **fields,
    )


def author(link: Link, paper: Paper) -> dict[str, object]:
    """Return who signs an article."""
    kind = "Organization" if is_organisation(link.text) else "Person"
    return thing(kind, name=link.text, url=paper.links.full(link.href))


def breadcrumbs(links: Iterable[Link], paper: Paper) -> dict[str, object]:
    """Return the way from the paper down to a page."""
    items = [
        thing("ListItem", position=place, name=link.text, item=paper.links.full(link.href))
        for place, link in enumerate(links, 1)
    ]
    return thing("BreadcrumbList", itemListElement=items)
