"""EPUBs read as a reading system reads them: the container, the package document, the documents in their order."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

import pytest

from tests.printed import ROOT, printed

NAMES = {
    "c": "urn:oasis:names:tc:opendocument:xmlns:container",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "h": "http://www.w3.org/1999/xhtml",
}
TYPE = "{http://www.idpf.org/2007/ops}type"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

ADDRESS = "https://paper.example/repo"
LANGUAGES = {ROOT: "zh-Hans", ROOT / "tests/editions/en": "en", ROOT / "tests/editions/zh-Hant": "zh-Hant"}
"""The language of the demonstration and of the tests' own papers, by their folders."""
EDITIONS = [(project, path.name) for project in LANGUAGES for path in sorted(project.glob("content/2*"))]
"""The editions of these papers: folder and date."""


def site_with_epubs(factory: pytest.TempPathFactory, project: Path) -> Path:
    """Return the site of one of these papers with its EPUBs; the demonstration as readers get it at ADDRESS."""
    address = ADDRESS if project == ROOT else ""
    return printed(factory, project, address=address, settings='EDITION_FILES = ["epub"]\n')


class Item(NamedTuple):
    """A file that the manifest names, by its path in the container."""

    path: str
    media_type: str
    properties: str


class Epub:
    """The EPUB of `data`."""

    def __init__(self, data: bytes) -> None:
        self.archive = zipfile.ZipFile(io.BytesIO(data))
        assert self.archive.testzip() is None

    def read(self, path: str) -> bytes:
        return self.archive.read(path)

    def xml(self, path: str) -> Element:
        return ET.fromstring(self.read(path))

    @cached_property
    def package_path(self) -> str:
        root = self.xml("META-INF/container.xml").find(".//c:rootfile", NAMES)
        assert root is not None
        return root.attrib["full-path"]

    @cached_property
    def package(self) -> Element:
        return self.xml(self.package_path)

    @cached_property
    def items(self) -> dict[str, Item]:
        folder = posixpath.dirname(self.package_path)
        return {
            item.attrib["id"]: Item(
                posixpath.join(folder, item.attrib["href"]),
                item.attrib["media-type"],
                item.get("properties", ""),
            )
            for item in self.package.findall("opf:manifest/opf:item", NAMES)
        }

    @cached_property
    def spine(self) -> list[str]:
        """The paths of the documents in reading order."""
        refs = self.package.findall("opf:spine/opf:itemref", NAMES)
        return [self.items[ref.attrib["idref"]].path for ref in refs]

    def only(self, properties: str) -> str:
        """The path of the one file with `properties`."""
        (path,) = (item.path for item in self.items.values() if item.properties == properties)
        return path

    def meta(self, name: str) -> list[str]:
        """What the metadata says of `name`, such as `dc:title` or the property `schema:accessMode`."""
        if name.startswith("dc:"):
            found = self.package.findall(f"opf:metadata/{name}", NAMES)
        else:
            found = self.package.findall(f"opf:metadata/opf:meta[@property='{name}']", NAMES)
        return [element.text or "" for element in found]

    def nav(self, kind: str) -> Element:
        """The navigation of a kind: toc, page-list, landmarks."""
        navs = self.xml(self.only("nav")).findall(".//h:nav", NAMES)
        (found,) = (nav for nav in navs if nav.get(TYPE) == kind)
        return found

    def links(self, path: str) -> Iterator[str]:
        """The links and the pictures of the document at `path`: paths in the container, or absolute addresses."""
        for element in self.xml(path).iter():
            for name in ("href", "src"):
                if (target := element.get(name)) is not None:
                    away = urlsplit(target).scheme
                    yield target if away else self.target(path, target)

    def target(self, path: str, href: str) -> str:
        file, _, anchor = href.partition("#")
        file = posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(file)))
        return f"{file}#{anchor}" if anchor else file

    def places(self) -> set[str]:
        """All that a link may lead to: files, and ids in them."""
        ids = {
            f"{path}#{element.attrib['id']}"
            for path in self.spine
            for element in self.xml(path).iter()
            if "id" in element.attrib
        }
        return {*self.archive.namelist(), *ids}


def text_of(element: Element) -> str:
    """The characters of an element without white space, which reading systems set anew."""
    return "".join("".join(element.itertext()).split())
