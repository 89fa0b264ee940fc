"""Addresses that readers had: content/addresses.yaml leads them on, and no address ends in nothing."""

import pytest

from broadsheet.model.errors import BroadsheetError
from tests.press.project import Project

SITE = "https://example.org/paper"


@pytest.fixture
def paper(project: Project) -> Project:
    for date in ("2024-04-15", "2024-04-16"):
        project.article(f"{date}/01/01", title=f"渡船{date}", section="要闻")
        project.article(f"{date}/01/02", title=f"夜校{date}", section="要闻")
    return project


def addresses(paper: Project, text: str) -> None:
    paper.write("content/addresses.yaml", text)


def moved(*pairs: tuple[str, str]) -> str:
    return "moved:\n" + "".join(f"- {{address: {address}, to: {to}}}\n" for address, to in pairs)


def test_a_moved_article_leads_on_below_the_path_of_the_site(paper: Project) -> None:
    addresses(paper, moved(("/2024-04-15/01/07/", "/2024-04-15/01/02/")))
    paper.build(publish=True, site_url=SITE)
    page = paper.page("/2024-04-15/01/07/")
    assert '<meta http-equiv="refresh" content="0; url=/paper/2024-04-15/01/02/">' in page
    assert f'<link rel="canonical" href="{SITE}/2024-04-15/01/02/">' in page
    assert '<a href="/paper/2024-04-15/01/02/">' in page
    assert '<meta name="robots" content="noindex">' in page


def test_a_withdrawn_article_says_when_and_why(paper: Project) -> None:
    addresses(
        paper,
        "withdrawn:\n- {address: /2024-04-15/01/07/, date: 2024-05-01, text: 应当事人要求撤下。}\n",
    )
    paper.build(publish=True, site_url=SITE)
    page = paper.page("/2024-04-15/01/07/")
    assert "2024年5月1日" in page
    assert "应当事人要求撤下。" in page
    assert "canonical" not in page
    assert '<meta name="robots" content="noindex">' in page


def test_they_are_in_no_list_no_feed_and_no_sitemap(paper: Project) -> None:
    paper.set(SEARCH=True)
    addresses(
        paper,
        moved(("/2024-04-15/01/07/", "/2024-04-15/01/02/"))
        + "withdrawn:\n- {address: /2024-04-15/01/08/, date: 2024-05-01, text: 撤下。}\n",
    )
    paper.build(publish=True, site_url=SITE)
    own = {"2024-04-15/01/07/index.html", "2024-04-15/01/08/index.html"}
    for file, data in paper.files().items():
        if file not in own:
            assert b"01/07/" not in data, file
            assert b"01/08/" not in data, file


def test_chains_of_moves_are_cut_short(paper: Project) -> None:
    addresses(
        paper,
        moved(
            ("/2024-04-15/01/07/", "/2024-04-15/01/08/"),
            ("/2024-04-15/01/08/", "/2024-04-15/01/09/"),
            ("/2024-04-15/01/09/", "/2024-04-16/01/02/"),
        ),
    )
    paper.build()
    for order in ("07", "08", "09"):
        assert "url=/2024-04-16/01/02/" in paper.page(f"/2024-04-15/01/{order}/")


def test_an_article_that_was_moved_and_then_withdrawn_leads_to_the_notice(paper: Project) -> None:
    addresses(
        paper,
        moved(("/2024-04-15/01/07/", "/2024-04-15/01/08/"))
        + "withdrawn:\n- {address: /2024-04-15/01/08/, date: 2024-05-01, text: 撤下。}\n",
    )
    paper.build()
    assert "url=/2024-04-15/01/08/" in paper.page("/2024-04-15/01/07/")
    assert "撤下。" in paper.page("/2024-04-15/01/08/")


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        (moved(("/2024-04-15/01/07/", "/2024-04-15/01/09/")), "moved-nowhere", 2),
        (moved(("/a/", "/b/"), ("/b/", "/a/")), "endless-moves", 2),
        (moved(("/a/", "/a/")), "endless-moves", 2),
        (moved(("/a/", "/archive/"), ("/a/", "/")), "left-twice", 3),
        (moved(("/2024-04-15/01/07", "/archive/")), "bad-address", 2),
        (moved(("/a/../b/", "/archive/")), "bad-address", 2),
        (moved(("/a/", "https://example.org/")), "bad-address", 2),
        (moved(("/a/b?c/", "/archive/")), "bad-address", 2),
        ("withdrawn:\n- {address: /a/, date: 2024-05-01}\n", "bad-value", 2),
        ("withdrawn:\n- {address: /a/, date: gestern, text: x}\n", "bad-value", 2),
        ("gone: []\n", "unknown-key", 1),
    ],
)
def test_a_mistake_is_told_at_its_line_and_the_site_stays(
    paper: Project, text: str, code: str, line: int
) -> None:
    paper.build()
    before = paper.files()
    addresses(paper, text)
    with pytest.raises(BroadsheetError) as caught:
        paper.build()
    finding = caught.value.findings[0]
    assert (finding.code, finding.path, finding.line) == (code, "content/addresses.yaml", line)
    assert finding.hint
    assert paper.files() == before


def test_a_new_article_at_an_old_address_wins_and_is_said(paper: Project) -> None:
    addresses(paper, moved(("/2024-04-15/01/03/", "/2024-04-15/01/02/")))
    paper.build()
    assert "refresh" in paper.page("/2024-04-15/01/03/")
    paper.article("2024-04-15/01/03", title="新稿")
    report = paper.build()
    assert "新稿" in paper.page("/2024-04-15/01/03/")
    assert "refresh" not in paper.page("/2024-04-15/01/03/")
    doubt = next(doubt for doubt in report.doubts if doubt.code == "address-taken")
    assert (doubt.path, doubt.line) == ("content/addresses.yaml", 2)
    (paper.folder / "content/2024-04-15/01/03.md").unlink()
    paper.build()
    assert "refresh" in paper.page("/2024-04-15/01/03/")


def test_an_entry_that_is_taken_out_takes_its_page_along(paper: Project) -> None:
    addresses(paper, moved(("/2024-04-15/01/07/", "/2024-04-15/01/02/")))
    paper.build()
    (paper.folder / "content/addresses.yaml").unlink()
    paper.build()
    assert not paper.has("/2024-04-15/01/07/")


def test_a_page_and_an_edition_that_lost_all_articles_lead_on(paper: Project) -> None:
    addresses(
        paper,
        moved(
            ("/2024-04-15/02/01/", "/2024-04-15/01/02/"),
            ("/2024-04-15/03/01/", "/2024-04-16/01/01/"),
            ("/2024-04-15/03/02/", "/2024-04-15/01/01/"),
            ("/2024-04-14/01/01/", "/2024-04-16/01/01/"),
            ("/2024-04-14/01/02/", "/2024-04-16/01/02/"),
        )
        + "withdrawn:\n- {address: /2024-04-13/01/01/, date: 2024-05-01, text: 撤下。}\n",
    )
    paper.build()
    for address, to in {
        "/2024-04-15/02/": "/2024-04-15/01/",  # all its articles are there
        "/2024-04-15/03/": "/2024-04-15/",  # they are on several pages now
        "/2024-04-14/": "/2024-04-16/",  # the edition had another date
        "/2024-04-14/01/": "/2024-04-16/01/",
        "/2024-04-14/all/": "/2024-04-16/",
        "/2024-04-13/": "/archive/",
        "/2024-04-13/01/": "/archive/",
    }.items():
        assert f"url={to}" in paper.page(address), address
    assert "refresh" not in paper.page("/2024-04-15/")
    assert "refresh" not in paper.page("/2024-04-15/all/")


def test_step_by_step_is_what_a_build_from_nothing_makes(paper: Project) -> None:
    paper.build()
    (paper.folder / "content/2024-04-15/01/02.md").rename(paper.folder / "content/2024-04-16/01/03.md")
    addresses(paper, moved(("/2024-04-15/01/02/", "/2024-04-16/01/03/")))
    report = paper.build()
    assert report.gone == ()
    assert report.left == (("/2024-04-15/01/02/", "/2024-04-16/01/03/"),)
    assert paper.build().left == report.left
    step_by_step = paper.files()
    (paper.folder / ".cache/press.sqlite").unlink()
    paper.build()
    assert paper.files() == step_by_step


def test_a_move_to_an_article_that_readers_do_not_see_yet_waits(paper: Project) -> None:
    paper.article("2024-04-16/01/03", status="review")
    addresses(paper, moved(("/2024-04-15/01/07/", "/2024-04-16/01/03/")))
    assert paper.build(publish=True).left == ()
    assert not paper.has("/2024-04-15/01/07/")
    paper.article("2024-04-16/01/03")
    paper.build(publish=True)
    assert "url=/2024-04-16/01/03/" in paper.page("/2024-04-15/01/07/")


def test_a_build_that_changes_nothing_in_them_makes_none_again(paper: Project) -> None:
    addresses(paper, moved(("/2024-04-15/01/07/", "/2024-04-15/01/02/")))
    paper.build()
    paper.article("2024-04-16/01/01", "改。", title="渡船2024-04-16", section="要闻")
    without = paper.build()
    (paper.folder / "content/addresses.yaml").unlink()
    paper.build()
    paper.article("2024-04-16/01/01", "再改。", title="渡船2024-04-16", section="要闻")
    assert paper.build().pages == without.pages


def test_each_step_is_what_a_build_from_nothing_makes(paper: Project) -> None:
    addresses(
        paper,
        moved(("/2024-04-15/01/07/", "/2024-04-15/02/01/"), ("/2024-04-14/01/01/", "/2024-04-16/01/02/"))
        + "withdrawn:\n- {address: /2024-04-15/03/01/, date: 2024-05-01, text: 误刊。}\n",
    )
    paper.article("2024-04-15/02/01")

    def draft() -> object:
        return paper.article("2024-04-15/02/01", status="draft")

    def gone() -> None:
        paper.article("2024-04-15/03/01").unlink()

    for step in (
        *(draft, lambda: paper.article("2024-04-15/02/01"), lambda: paper.article("2024-04-15/01/07"), draft),
        *(lambda: paper.article("2024-04-15/02/01"), lambda: paper.article("2024-04-15/03/01"), gone),
        *(lambda: paper.article("2024-04-14/01/01"), lambda: paper.article("2024-04-17/01/01")),
    ):
        step()
        paper.build(publish=True)
        step_by_step = paper.files()
        (paper.folder / ".cache/press.sqlite").unlink()
        paper.build(publish=True)
        assert paper.files() == step_by_step
