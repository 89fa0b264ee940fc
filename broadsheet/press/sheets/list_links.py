"""Where a list stands: the newest of a section at /sections/<slug>/, all sections' names at /sections/."""

from broadsheet.press.paper.settings import Paper
from broadsheet.press.paper.slugs import normal_name, slug_of
from broadsheet.press.views.site import Link


def names_parts(kind: str) -> tuple[str]:
    """Return where all names of a kind of list, such as `section`, stand."""
    return (f"{kind}s",)


def list_parts(kind: str, name: str, paper: Paper) -> tuple[str, str]:
    """Return where the list of a name stands."""
    return (*names_parts(kind), slug_of(name, paper.addresses(kind)))


def list_link(kind: str, name: str, paper: Paper) -> Link:
    """Return the link of a list, empty for an article that is in none of its kind."""
    name = normal_name(name)
    return Link(text=name, href=paper.links.page(*list_parts(kind, name, paper)) if name else "")
