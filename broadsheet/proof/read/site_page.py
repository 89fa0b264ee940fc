"""One page of the built site, parsed once: its links, the files that it fetches, its title and ids."""

import re
from collections import Counter
from html.parser import HTMLParser
from typing import NamedTuple

import msgspec

_TEMPLATE_MARK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_VERBATIM = frozenset({"pre", "code", "script", "style"})

# The attributes with addresses of each element, and whether browsers fetch them on their own.
_NAMES = {
    "a": (("href", False),),
    "area": (("href", False),),
    "audio": (("src", True),),
    "embed": (("src", True),),
    "form": (("action", False),),
    "iframe": (("src", True),),
    "image": (("href", True), ("xlink:href", True)),
    "img": (("src", True), ("srcset", True)),
    "input": (("src", True),),
    "link": (("href", False),),
    "object": (("data", True),),
    "script": (("src", True),),
    "source": (("src", True), ("srcset", True)),
    "track": (("src", True),),
    "use": (("href", True), ("xlink:href", True)),
    "video": (("src", True), ("poster", True)),
}
# The relations of <link> for which browsers fetch nothing.
_REFERENCES = frozenset(
    {"alternate", "author", "bookmark", "canonical", "help", "license", "next", "prev", "search"}
)


class Named(NamedTuple):
    """An address that a page links to or fetches, and its line."""

    line: int
    target: str
    fetched: bool


class SitePage(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """The parsed page; `ids` counts each id, `marks` are the lines of leftover template marks.

    `named` holds each address once, at its first line.
    """

    path: str
    lang: str
    title: str
    headings: int
    named: tuple[Named, ...]
    ids: dict[str, int]
    marks: tuple[int, ...]


def read_page(path: str, html: str) -> SitePage:
    """Read the page at `path` below output/."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return SitePage(
        path=path,
        lang=reader.lang,
        title="".join(reader.title).strip(),
        headings=reader.headings,
        named=_first_of_each(reader.named),
        ids=dict(reader.ids),
        marks=tuple(reader.marks),
    )


def _first_of_each(named: list[Named]) -> tuple[Named, ...]:
    first: dict[tuple[str, bool], Named] = {}
    for each in named:
        first.setdefault((each.target, each.fetched), each)
    return tuple(first.values())


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lang = ""
        self.title: list[str] = []
        self.headings = 0
        self.named: list[Named] = []
        self.ids: Counter[str] = Counter()
        self.marks: list[int] = []
        self.inside: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "html":
            self.lang = values.get("lang", "")
        elif tag == "h1":
            self.headings += 1
        elif tag == "title" or tag in _VERBATIM:
            self.inside[tag] += 1
        if "id" in values:
            self.ids[values["id"]] += 1
        for name, fetched in _NAMES.get(tag, ()):
            if target := values.get(name, "").strip():
                self.note(tag, name, target, values, fetched=fetched)
        if any("{" in value and _TEMPLATE_MARK.search(value) for value in values.values()):
            self.marks.append(self.getpos()[0])

    def note(self, tag: str, name: str, target: str, values: dict[str, str], *, fetched: bool) -> None:
        if tag == "link":
            fetched = not _REFERENCES.issuperset(values.get("rel", "").lower().split())
        targets = [part.split()[0] for part in target.split(", ")] if name == "srcset" else [target]
        self.named.extend(Named(self.getpos()[0], each, fetched) for each in targets)

    def handle_endtag(self, tag: str) -> None:
        if self.inside[tag]:
            self.inside[tag] -= 1

    def handle_data(self, data: str) -> None:
        if self.inside["title"]:
            self.title.append(data)
        if "{" in data and _TEMPLATE_MARK.search(data) and not any(self.inside[tag] for tag in _VERBATIM):
            self.marks.append(self.getpos()[0])
