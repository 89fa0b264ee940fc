"""A link of a text that leads nowhere stops a published build at its line, and is marked in a preview."""

import re
from pathlib import Path

import pytest

from broadsheet.model.errors import BroadsheetError
from broadsheet.model.finding import Finding
from tests.press.project import Project

SITE = "https://example.org/paper"


@pytest.fixture
def paper(project: Project) -> Project:
    for date in ("2024-04-15", "2024-04-16"):
        project.article(f"{date}/01/01", title=f"渡船{date}", section="要闻", tags=["春耕"])
        project.article(f"{date}/01/02", title=f"夜校{date}", section="要闻")
    project.write("content/about.md", "---\ntitle: 关于\n---\n\n文。\n")
    return project


def refused(paper: Project, *, publish: bool = True) -> tuple[Finding, ...]:
    with pytest.raises(BroadsheetError) as caught:
        paper.build(publish=publish, site_url=SITE)
    return caught.value.findings


@pytest.mark.parametrize(
    "link",
    [
        "/2024-04-15/01/01/",
        "/2024-04-15/01/01",
        "/2024-04-15/01/01/#a",
        "/2024-04-15/",
        "/2024-04-15/01/",
        "/2024-04-15/all/",
        "/",
        "/archive/2024/",
        "/sections/要闻/",
        "/sections/%E8%A6%81%E9%97%BB/",
        "/tags/春耕/",
        "/feed.xml",
        "/about/",
        "../02/",
        "../../../2024-04-15/01/02/",
        "https://example.org/paper/2024-04-15/",
        "http://example.org/paper/2024-04-15/",
        "https://example.org:8443/paper/2024-04-14/",
        "../../../../../2024-04-15/",
        "https://example.org/other/",
        "https://example.com/2024-04-15/01/09/",
        "mailto:desk@example.org",
        "#top",
    ],
)
def test_a_link_that_leads_somewhere_is_none_of_its_business(paper: Project, link: str) -> None:
    paper.article("2024-04-16/01/02", f"[文]({link})，[引][一]。\n\n[一]: {link}")
    paper.build(publish=True, site_url=SITE)


@pytest.mark.parametrize(
    ("link", "says"),
    [
        ("/2024-04-15/01/09/", "inv list 2024-04-15"),
        ("/2024-04-15/01/09/#a", "inv list 2024-04-15"),
        ("/2024-04-14/", ""),
        ("/2024-04-15/02/", ""),
        ("/sections/体育/", ""),
        ("/tags/秋收/", ""),
        ("/2024-04-15/01/ship.jpg", ""),
        ("/feed.rss", ""),
        ("../09/", "inv list 2024-04-16"),
        ("01.md", "write the address of the article: /2024-04-16/01/01/"),
        ("www.example.org/a", "https://"),
        ("https://example.org/paper/2024-04-15/01/09/", ""),
        ("http://example.org/paper/2024-04-14/", ""),
        ("HTTPS://EXAMPLE.ORG/paper/2024-04-14/", ""),
        ("https://example.org:443/paper/2024-04-14/", ""),
        ("https://example.org./paper/2024-04-14/", ""),
        ("../../../../../2024-04-14/", ""),
    ],
)
@pytest.mark.parametrize("as_reference", [False, True])
def test_a_dead_link_stops_a_published_build_at_its_place(
    paper: Project, link: str, says: str, as_reference: bool
) -> None:
    paper.build(publish=True, site_url=SITE)
    before = paper.files()
    text = f"平文。\n\n见[旧闻][一]。\n\n[一]: {link}" if as_reference else f"平文。\n\n见[旧闻]({link})。"
    paper.article("2024-04-16/01/02", text)
    (finding,) = refused(paper)
    assert (finding.code, finding.path) == ("dead-link", "content/2024-04-16/01/02.md")
    assert (finding.line, finding.column) == ((9, 6) if as_reference else (7, 7))
    assert f"`{link}`" in finding.message
    assert says in finding.hint
    assert finding.hint
    assert paper.files() == before


def test_a_draft_and_a_future_edition_are_dead_for_readers_and_not_for_editors(paper: Project) -> None:
    paper.article("2024-04-15/01/03-gao", status="draft")
    paper.article("2999-01-01/01/01")
    paper.article("2024-04-16/01/02", "[稿](/2024-04-15/01/03/)与[预告](/2999-01-01/01/01/)")
    draft, early = sorted(refused(paper), key=lambda finding: finding.column)
    assert "content/2024-04-15/01/03-gao.md has status draft" in draft.message
    assert "not published before its day" in early.message
    assert not [doubt for doubt in paper.build().doubts if doubt.code == "dead-link"]


def test_notes_and_the_about_page_are_texts_too(paper: Project) -> None:
    paper.article("2024-04-15/01/01", editors_note="见[甲](/none/1/)。")
    paper.edition("2024-04-15", editors_note="见[乙](/none/2/)。")
    paper.write("content/about.md", "---\ntitle: 关于\n---\n\n[丙](/none/3/)\n")
    found = {(finding.path, finding.line > 0) for finding in refused(paper)}
    assert found == {
        (path, True)
        for path in ("content/2024-04-15/01/01.md", "content/2024-04-15/edition.yaml", "content/about.md")
    }


def test_a_link_in_code_is_none(paper: Project) -> None:
    paper.article("2024-04-16/01/02", "写作`[旧闻](/none/)`：\n\n```\n\n[旧闻](/none/)\n\n```")
    paper.build(publish=True, site_url=SITE)


def test_an_article_that_goes_later_makes_the_link_of_another_edition_an_error(paper: Project) -> None:
    paper.article("2024-04-16/01/02", "[昨日](/2024-04-15/01/02/)")
    paper.build(publish=True, site_url=SITE)
    (paper.folder / "content/2024-04-15/01/02.md").unlink()
    for _ in range(2):
        (finding,) = refused(paper)
        assert (finding.path, finding.line) == ("content/2024-04-16/01/02.md", 5)
    paper.article("2024-04-15/01/02")
    paper.build(publish=True, site_url=SITE)


@pytest.mark.parametrize("gone", ["content/2024-04-15", "content/2024-04-15/01/01.md"])
def test_so_does_a_list_or_an_edition_that_goes(paper: Project, gone: str) -> None:
    paper.article("2024-04-15/01/01", tags=["秋收"])
    paper.article("2024-04-16/01/02", "[标签](/tags/秋收/)与[昨日](/2024-04-15/)")
    paper.build(publish=True, site_url=SITE)
    path = paper.folder / gone
    for file in [path] if path.is_file() else list(path.rglob("*.md")):
        file.unlink()
    assert {finding.message.split("`")[1] for finding in refused(paper)} == (
        {"/tags/秋收/"} if gone.endswith(".md") else {"/tags/秋收/", "/2024-04-15/"}
    )


def test_what_moved_or_was_withdrawn_is_not_dead(paper: Project) -> None:
    paper.article("2024-04-16/01/02", "[旧](/2024-04-15/01/07/)与[撤](/2024-04-15/01/08/)")
    paper.write(
        "content/addresses.yaml",
        "moved:\n- {address: /2024-04-15/01/07/, to: /2024-04-15/01/02/}\n"
        "withdrawn:\n- {address: /2024-04-15/01/08/, date: 2024-05-01, text: 误刊。}\n",
    )
    paper.build(publish=True, site_url=SITE)
    (paper.folder / "content/addresses.yaml").unlink()
    assert len(refused(paper)) == 2


def marks(paper: Project, address: str) -> list[str]:
    return re.findall(r'<a class="dead-link" title="此链接无处可去" href="([^"]*)"', paper.page(address))


def test_a_preview_marks_dead_links_wherever_the_text_is_shown_and_says_them(paper: Project) -> None:
    paper.article(
        "2024-04-16/01/02", '[死](/none/)、[活](/2024-04-15/)、[死](../09/ "题")', editors_note="[注](/no/)"
    )
    doubts = [doubt for doubt in paper.build().doubts if doubt.code == "dead-link"]
    assert sorted(doubt.message.split("`")[1] for doubt in doubts) == ["../09/", "/no/", "/none/"]
    for address in ("/2024-04-16/01/02/", "/2024-04-16/all/"):
        assert {"/none/", "/2024-04-16/01/09/"} <= set(marks(paper, address))
    assert "/no/" in marks(paper, "/2024-04-16/01/02/")
    assert '<a href="/2024-04-15/">' in paper.page("/2024-04-16/01/02/")
    assert marks(paper, "/2024-04-16/01/01/") == []


def test_marks_come_and_go_with_what_the_link_leads_to_as_in_a_build_from_nothing(paper: Project) -> None:
    paper.article("2024-04-16/01/02", "[文](/2024-04-15/01/03/)")
    paper.build()
    target = paper.article("2024-04-15/01/03")
    states = []
    for step in range(4):
        if step % 2:
            target.unlink()
        else:
            paper.article("2024-04-15/01/03")
        paper.build()
        states.append(bool(marks(paper, "/2024-04-16/01/02/")))
        step_by_step = paper.files()
        (paper.folder / ".cache/press.sqlite").unlink()
        paper.build()
        assert paper.files() == step_by_step
    assert states == [False, True, False, True]


def test_a_text_that_is_edited_keeps_its_mark(paper: Project) -> None:
    paper.article("2024-04-16/01/02", "[文](/none/)")
    paper.build()
    paper.article("2024-04-16/01/02", "改。[文](/none/)")
    report = paper.build()
    assert marks(paper, "/2024-04-16/01/02/") == ["/none/"]
    assert [doubt.code for doubt in report.doubts] == ["dead-link"]


def test_a_relative_link_leads_to_the_same_place_on_every_page(paper: Project) -> None:
    paper.article("2024-04-16/01/02", "[前](../01/#a)")
    paper.build(publish=True, site_url=SITE)
    for address in ("/2024-04-16/01/02/", "/2024-04-16/all/", "/feed.xml"):
        assert "/paper/2024-04-16/01/01/#a" in paper.page(address)
    assert Path(paper.output, "2024-04-16/01/02/index.html").is_file()
