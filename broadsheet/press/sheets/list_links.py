"""The addresses of lists: /sections/<slug>/ for a section's newest articles, /sections/ for all sections' names."""

from broadsheet.press.paper.settings import Paper
from broadsheet.press.paper.slugs import normal_name, slug_of
from broadsheet.press.views.site import Link


def names_parts(kind: str) -> tuple[str]:
    """Return the address, in parts, of the page of all names of a kind of list, such as `section`."""
    return (f"{kind}s",)


def list_parts(kind: str, name: str, paper: Paper) -> tuple[str, str]:
    """Return the address, in parts, of the list of `name`."""
    return (*names_parts(kind), slug_of(name, paper.addresses(kind)))


def list_link(kind: str, name: str, paper: Paper) -> Link:
    """Return the link of the list of `name`; an empty name gives an empty link."""
    name = normal_name(name)
    return Link(text=name, href=paper.links.page(*list_parts(kind, name, paper)) if name else "")
