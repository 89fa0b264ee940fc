"""A draft is for the desk: nothing of it is in a published site."""

from tests.press.photos import line_art
from tests.press.project import Project


def three_articles(project: Project) -> None:
    project.article("2024-04-15/01/01", title="甲")
    project.article(
        "2024-04-15/01/02", title="秘密稿", status="draft", authors=["秘密作者"], column="秘密专栏"
    )
    project.article("2024-04-15/01/03", title="丙")
    project.article("2024-04-15/02/01", title="秘密版", status="review")
    project.article("2024-04-16/01/01", title="秘密期", status="review")


def test_preview_shows_drafts_with_a_label(project: Project) -> None:
    three_articles(project)
    assert project.build().articles == 5
    assert '<p class="status">草稿</p>' in project.page("/2024-04-15/01/02/")
    assert '<p class="status">待校</p>' in project.page("/2024-04-16/01/01/")
    assert project.link("/2024-04-15/01/01/", "next")[0] == "秘密稿"
    assert "Disallow: /" in project.page("robots.txt")


def test_published_site_holds_nothing_of_a_draft(project: Project) -> None:
    three_articles(project)
    project.build()
    report = project.build(publish=True, site_url="https://example.org")
    assert (report.editions, report.articles) == (1, 2)
    traces = [name for name, data in project.files().items() if "秘密" in name or "秘密".encode() in data]
    assert traces == []
    assert not project.has("/2024-04-15/01/02/")
    assert not project.has("/2024-04-15/02/")
    assert not project.has("/2024-04-16/")
    assert b"2024-04-16" not in b"".join(project.files().values())
    assert project.link("/2024-04-15/01/01/", "next") == ("丙", "/2024-04-15/01/03/")
    assert project.link("/2024-04-15/", "next") == ("已是最新一期", "")
    assert "今日1版" in project.page("/")


def test_a_draft_photo_stays_at_home(project: Project) -> None:
    project.article("2024-04-15/01/01")
    project.article("2024-04-15/01/02", status="draft", photos=[{"file": "a.png"}])
    (project.folder / "content/2024-04-15/01/a.png").write_bytes(line_art(40, 30))
    project.build()
    assert "2024-04-15/01/a.png" in project.files()
    project.build(publish=True)
    assert "2024-04-15/01/a.png" not in project.files()
