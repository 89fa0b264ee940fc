"""Which article each block of a page belongs to, by the METS file beside it."""

from pathlib import Path

import pytest

from broadsheet.ingest.alto.mets import articles_beside
from broadsheet.model.errors import SourceError

FILES = ("<file ID='I1'><FLocat xlink:href='file://images/01.jpg'/></file>") + "".join(
    f"<file ID='F{n}'><FLocat xlink:href='file://alto/{n:04d}.xml'/></file>" for n in (1, 2)
)


def beside(
    folder: Path, logical: str, *, more: str = "", files: str = FILES, number: int = 2
) -> dict[str, str]:
    """Return the articles of page 2, whose file is `02.xml`, beside a METS file with the division `logical`."""
    (folder / "mets.xml").write_text(
        "<mets xmlns='http://www.loc.gov/METS/' xmlns:xlink='http://www.w3.org/1999/xlink'><fileSec>"
        f"<fileGrp>{files}</fileGrp></fileSec><structMap>{logical}</structMap>{more}</mets>",
        encoding="utf-8",
    )
    (folder / "02.xml").write_text("<alto/>", encoding="utf-8")
    return articles_beside(folder / "02.xml", number)


def area(block: str, file: str = "F2") -> str:
    return f"<fptr><area FILEID='{file}' BEGIN='{block}'/></fptr>"


def div(identifier: str, inside: str, kind: str = "ARTICLE") -> str:
    return f"<div ID='{identifier}' TYPE='{kind}'>{inside}</div>"


LOGICAL = {
    "blocks of two articles": (
        div("A1", area("b1") + area("b2")) + div("A2", area("b3")),
        {"b1": "A1", "b2": "A1", "b3": "A2"},
    ),
    "an advertisement, a death notice and a letter": (
        div("A1", area("b1"), "ADVERTISEMENT")
        + div("A2", area("b2"), "OBITUARY")
        + div("A3", area("b3"), "Letter"),
        {"b1": "A1", "b2": "A2", "b3": "A3"},
    ),
    "a part of an article": (div("A1", div("P1", area("b1"), "PARAGRAPH")), {"b1": "A1"}),
    "an article in an article": (div("A1", area("b1") + div("A2", area("b2"))), {"b1": "A1", "b2": "A2"}),
    "a section that is no article": (div("S1", area("b1") + div("A1", area("b2")), "SECTION"), {"b2": "A1"}),
    "a block of another page": (div("A1", area("b1") + area("b1x", "F1")), {"b1": "A1"}),
    "an area of a whole page": (div("A1", "<fptr><area FILEID='F2'/></fptr>" + area("b1")), {"b1": "A1"}),
    "no article": ("<div/>", {}),
}


@pytest.mark.parametrize(("logical", "articles"), LOGICAL.values(), ids=LOGICAL.keys())
def test_areas_of_an_article_are_its_blocks(tmp_path: Path, logical: str, articles: dict[str, str]) -> None:
    assert beside(tmp_path, logical) == articles


NAMED = {
    "the file of the page's name": (
        "<file ID='F2'><FLocat xlink:href='alto/02.xml'/></file><file ID='F1'><FLocat xlink:href='alto/01.xml'/></file>",
        2,
        {"b1": "A1"},
    ),
    "without a folder": ("<file ID='F2'><FLocat xlink:href='02.xml'/></file>", 5, {"b1": "A1"}),
    "the file in the page's order": (FILES, 2, {"b1": "A1"}),
    "a page of another order": (FILES, 1, {"b2": "A1"}),
    "a page that METS does not name": (FILES, 3, {}),
}


@pytest.mark.parametrize(("files", "number", "articles"), NAMED.values(), ids=NAMED.keys())
def test_a_page_is_known_by_its_name_or_its_number(
    tmp_path: Path, files: str, number: int, articles: dict[str, str]
) -> None:
    logical = div("A1", area("b1", "F2") + area("b2", "F1"))
    assert beside(tmp_path, logical, files=files, number=number) == articles


def link(one: str, other: str) -> str:
    return f"<smLink xlink:from='#{one}' xlink:to='#{other}'/>"


def group(*ends: str) -> str:
    return "<smLinkGrp>" + "".join(f"<smLocatorLink xlink:href='#{end}'/>" for end in ends) + "</smLinkGrp>"


PHYSICAL = div("P1", area("b1") + area("b9", "F1"), "PAGE") + div("P2", area("b2"), "PAGE")
LINKS: dict[str, tuple[str, dict[str, str]]] = {
    "to a division with a block": (link("A1", "P1"), {"P1": "A1", "b1": "A1"}),
    "from a division with a block": (link("P1", "A1"), {"P1": "A1", "b1": "A1"}),
    "to a block": (link("A1", "b7"), {"b7": "A1"}),
    "of two articles": (
        link("A1", "P1") + link("A2", "P2"),
        {"P1": "A1", "b1": "A1", "P2": "A2", "b2": "A2"},
    ),
    "in a group": (group("A2", "P1", "P2"), {"P1": "A2", "b1": "A2", "P2": "A2", "b2": "A2"}),
    "of no article": (link("P1", "P2"), {}),
}


@pytest.mark.parametrize(("links", "articles"), LINKS.values(), ids=LINKS.keys())
def test_links_lead_from_an_article_to_its_blocks(
    tmp_path: Path, links: str, articles: dict[str, str]
) -> None:
    logical = div("A1", "") + div("A2", "") + PHYSICAL
    assert beside(tmp_path, logical, more=f"<structLink>{links}</structLink>") == articles


def test_areas_of_articles_count_before_links(tmp_path: Path) -> None:
    logical = div("A1", area("b1")) + div("A2", "")
    assert beside(tmp_path, logical, more=f"<structLink>{link('A2', 'b1')}</structLink>") == {"b1": "A1"}


def test_a_damaged_mets_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"mets\.xml"):
        beside(tmp_path, "<div>")
