"""The form at /admin/ in a browser: what an editor types becomes a manuscript at its path, and nothing else changes."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Browser, Locator, Page, ViewportSize, expect

from broadsheet.manuscript import read_article
from broadsheet.model.article import Article, Photo, Status
from broadsheet.press.admin.vendored import PACKAGES
from tests.browser.conftest import serve
from tests.press.photos import photo
from tests.press.project import Project
from tests.proof.newsroom import write
from tests.theme.rendering import THEME

pytestmark = pytest.mark.browser

NODE_MODULES = Path(__file__).parents[1] / "node/node_modules"
PAGE_1 = "#/collections/2024-05-07-01"
# The trial keeps its repository in a folder of the browser's own file system.
WRITE = """async files => {
  const root = await navigator.storage.getDirectory()
  for (const [path, text] of Object.entries(files)) {
    const parts = `sveltia-cms-test/${path}`.split('/')
    const name = parts.pop()
    let folder = root
    for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true })
    const file = await (await folder.getFileHandle(name, { create: true })).createWritable()
    await file.write(text)
    await file.close()
  }
}"""
READ = """async () => {
  const files = {}
  const walk = async (folder, above) => {
    for await (const [name, entry] of folder.entries()) {
      if (entry.kind === 'directory') await walk(entry, `${above}${name}/`)
      else files[above + name] = await (await entry.getFile()).text()
    }
  }
  await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('sveltia-cms-test'), '')
  return files
}"""
VERSE = "旧稿。\n\n船来的时候\\\n坐满了**“人”。**"


def vendor(folder: Path) -> None:
    """Put the files that `inv admin` fetches into the project at `folder`."""
    for package in PACKAGES:
        for vendored in package.files:
            file = folder / "admin" / vendored.file
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes((NODE_MODULES / package.name / vendored.source).read_bytes())


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    project = Project(tmp_path, monkeypatch)
    project.use_theme(THEME)
    project.set(ADMIN="test-repo")
    vendor(tmp_path)
    project.edition("2024-05-07", pages={1: {"name": "要闻"}, 2: {"name": "副刊"}})
    project.article(
        "2024-05-07/01/01",
        VERSE,
        title="转型升级\n再出发",
        authors="张三",
        deck=["副题一", "副题二"],
        photos=[{"caption": "大屏幕。", "credit": "张三 摄"}],
        corrections=[{"date": "2024-05-08", "text": "应为八点。"}],
        publish_at="2024-05-07 18:00",
        source="raw/2024-05-07/01.txt",
    )
    project.build()
    return project


@pytest.fixture
def paper(project: Project) -> Iterator[str]:
    yield from serve(project.output)


@contextmanager
def desk(paper: str, project: Project, chromium: Browser) -> Iterator[Page]:
    """The form, open in a browser over a repository with the project's content."""
    viewport = ViewportSize(width=1280, height=1600)  # fields are made when they are seen
    with chromium.new_context(locale="zh-CN", viewport=viewport) as context:
        page = context.new_page()
        page.goto(f"{paper}/admin/")
        files = (project.folder / "content").rglob("*.md")
        page.evaluate(
            WRITE,
            {path.relative_to(project.folder).as_posix(): path.read_text(encoding="utf-8") for path in files},
        )
        page.reload()
        page.get_by_role("button", name="使用测试仓库").click()
        expect(page.get_by_text("05-07 第01版 要闻").first).to_be_visible()
        yield page


def saved(page: Page, folder: Path) -> dict[str, Article]:
    """Return the articles of the browser's repository by path, as the press reads them."""
    articles = {}
    files = page.evaluate(READ).items()
    for path, text in ((path, text) for path, text in files if path.endswith(".md")):
        file = folder / "repository" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        articles[path] = read_article(file).article
    return articles


def save(page: Page) -> None:
    page.get_by_role("button", name="保存").click()


def field(page: Page, name: str) -> Locator:
    return page.locator(f"section[aria-label*='{name}']").first


def choose_status(page: Page, status: str) -> None:
    """Choose a status, which no article has by default: the form would give it to published ones too."""
    save(page)
    expect(page.get_by_text("字段存在错误")).to_be_visible()
    page.get_by_role("radio", name=status).click()


def test_an_article_lands_at_its_path_as_a_draft(paper: str, project: Project, chromium: Browser) -> None:
    with desk(paper, project, chromium) as page:
        page.goto(f"{paper}/admin/{PAGE_1}/new")
        page.get_by_role("textbox", name="主题").fill("渡口添了一班夜船")
        field(page, "正文（Markdown）").get_by_role("textbox").last.fill("夜里也能过江了。")
        choose_status(page, "草稿")
        number = page.locator("section").filter(has_text="版内次序").get_by_role("textbox").last
        for taken in ("01", "第二篇"):  # another article's, and no number
            number.fill(taken)
            save(page)
            expect(page.get_by_text("有 1 个字段存在错误")).to_be_visible()
        number.fill("02")
        save(page)
        expect(page.get_by_text("渡口添了一班夜船").first).to_be_visible()
        page.wait_for_url(f"{paper}/admin/{PAGE_1}")
        found = saved(page, project.folder)
    assert sorted(found) == ["content/2024-05-07/01/01.md", "content/2024-05-07/01/02.md"]
    assert found["content/2024-05-07/01/02.md"] == Article(
        title="渡口添了一班夜船", status=Status.DRAFT, body="夜里也能过江了。"
    )


def test_a_photo_lands_beside_its_article(paper: str, project: Project, chromium: Browser) -> None:
    write(project.folder / "hall.jpg", photo(60, 40))
    with desk(paper, project, chromium) as page:
        page.goto(f"{paper}/admin/{PAGE_1}/entries/01")
        field(page, "照片").get_by_role("button", name=re.compile("添加")).click()
        upload = page.locator("section[data-key-path='photos.1.file'] input[type=file]").first
        upload.set_input_files(project.folder / "hall.jpg")
        expect(page.get_by_text("hall.jpg")).to_be_visible()
        choose_status(page, "可以见报")
        save(page)
        page.wait_for_url(f"{paper}/admin/{PAGE_1}")
        assert "content/2024-05-07/01/hall.jpg" in page.evaluate(READ)
        article = saved(page, project.folder)["content/2024-05-07/01/01.md"]
    assert article.photos == (Photo(caption="大屏幕。", credit="张三 摄"), Photo(file="hall.jpg"))


def test_a_change_leaves_the_rest_of_an_article_as_it_was(
    paper: str, project: Project, chromium: Browser
) -> None:
    before = read_article(project.folder / "content/2024-05-07/01/01.md").article
    with desk(paper, project, chromium) as page:
        page.goto(f"{paper}/admin/{PAGE_1}/entries/01")
        page.get_by_role("textbox", name="署名（照排）").fill("本报记者 张三")
        choose_status(page, "可以见报")
        save(page)
        page.wait_for_url(f"{paper}/admin/{PAGE_1}")
        after = saved(page, project.folder)["content/2024-05-07/01/01.md"]
    assert after == msgspec.structs.replace(before, byline="本报记者 张三")


def test_nothing_comes_from_another_host(paper: str, project: Project, chromium: Browser) -> None:
    with chromium.new_context(locale="zh-TW") as context:
        page = context.new_page()
        answered: list[str] = []
        page.on("response", lambda response: answered.append(response.url))
        page.goto(f"{paper}/admin/")
        expect(page.get_by_role("button", name="使用測試倉庫")).to_be_visible()
        page.evaluate("document.fonts.load('24px \"Material Symbols Outlined\"')")
        assert page.evaluate("document.fonts.check('24px \"Material Symbols Outlined\"')")
        assert f"{paper}/admin/icons.woff2" in answered
    assert [url for url in answered if not url.startswith((paper, "blob:", "data:"))] == []
    assert project.files().keys() >= {"admin/LICENSE-sveltia-cms.txt", "admin/LICENSE-icons.txt"}
