"""What plugins of Pelican's ecosystem do works in `inv build` as in `pelican`; what cannot is told and never left out."""

import logging
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

import pytest
from blinker import Signal
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.treeprocessors import Treeprocessor
from pelican.contents import Article, Category, Tag
from pelican.generators import ArticlesGenerator
from pelican.plugins import signals
from pelican.readers import MarkdownReader

from broadsheet.model.errors import BroadsheetError
from broadsheet.press import build_site, check_site
from broadsheet.press.run.report import Report
from broadsheet.press.site import make_site
from tests.press.photos import line_art
from tests.press.project import THEME, Project

OPERATORS_PLUGIN = '''
"""Counts words, and writes the addresses of all pages into a file."""
from pathlib import Path
from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator

addresses = []

def count(generators):
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            for article in generator.articles:
                assert type(article) is Article
                article.words = len(article.content.split())

def gather(path, context):
    addresses.append(context["SITENAME"] + context["output_file"])

def write(pelican):
    Path(pelican.output_path, "addresses.txt").write_text("\\n".join(sorted(addresses)))

def register():
    signals.all_generators_finalized.connect(count)
    signals.content_written.connect(gather)
    signals.finalized.connect(write)
'''


@pytest.fixture
def paper(project: Project) -> Project:
    """Ten editions, more than one process prints, with a template that shows what plugins give an article."""
    shutil.copytree(THEME, project.folder / "theme")
    template = project.folder / "theme/templates/article.html"
    given = "{% if pelican_article %}<i>{{ pelican_article|attr('words')|default('none') }}</i>{% endif %}"
    template.write_text(template.read_text("utf-8").replace("<h1>", f"{given}<h1>"), "utf-8")
    project.set(THEME="theme")
    for day in range(1, 11):
        project.edition(f"2024-04-{day:02d}", pages={1: {"name": "要闻"}})
        project.article(f"2024-04-{day:02d}/01/01", "一 二 ++三++。", tags=["春耕"], authors=["张海莺"])
        project.article(f"2024-04-{day:02d}/01/02", "四。")
    return project


def build(*, clean: bool = False) -> Report:
    return make_site("pelicanconf.py", clean=clean)


def findings(report: Report) -> dict[str, str]:
    return {doubt.code: doubt.message for doubt in report.doubts}


def test_an_operators_plugin_sees_every_page_whichever_command_builds(paper: Project) -> None:
    paper.write("counts.py", OPERATORS_PLUGIN)
    paper.set(PLUGINS=["broadsheet.press", "counts"], PLUGIN_PATHS=["."])
    command = [sys.executable, "-m", "broadsheet.press"]
    subprocess.run(command, cwd=paper.folder, check=True)
    paper.article("2024-04-11/01/01", "一 二。")
    said = subprocess.run(command, cwd=paper.folder, capture_output=True, check=True).stderr.decode()
    assert "counts may gather from page to page, so every build makes all pages" in said
    published = paper.files()
    assert "<i>2</i>" in paper.page("/2024-04-11/01/01/")
    addresses = published["addresses.txt"].decode().splitlines()
    assert addresses == sorted(
        f"试刊{file}" for file in published if file.endswith(".html") and not file.startswith("theme/")
    )
    shutil.rmtree(paper.output)
    run = paper.pelican()
    assert run.returncode == 0, run.stderr
    assert "counts may gather from page to page" in run.stderr
    assert paper.files() == published


def test_what_a_plugin_changes_in_an_article_reaches_the_site(paper: Project) -> None:
    def change(generator: Any) -> None:
        for article in generator.articles:
            article.title += "！"
            article.tags.append(Tag("夏收", generator.settings))
            article.metadata["summary"] = f"摘要：{article.title}"

    with signals.article_generator_finalized.connected_to(change):
        build()
        assert check_site(publish=False) == 0
    assert "<h1>题2024-04-01/01/01！</h1>" in paper.page("/2024-04-01/01/01/")
    assert paper.link("/2024-04-01/01/02/", "tag") == ("夏收", "/tags/%E5%A4%8F%E6%94%B6/")
    assert paper.has("/tags/夏收/")
    assert "摘要：题2024-04-10/01/01！" in paper.page("/feed.json")


def test_an_article_may_be_changed_just_before_it_is_written(paper: Project) -> None:
    def sign(_generator: object, content: Any) -> None:
        content._content += "<p>完</p>"

    with signals.article_generator_write_article.connected_to(sign):
        build()
        assert check_site(publish=False) == 0
    assert paper.page("/2024-04-01/01/01/").count("<p>完</p>") == 1
    assert "<p>完</p>" not in paper.page("/2024-04-01/all/"), "the signal is of the article's page alone"


def test_a_page_may_be_changed_once_it_is_written(paper: Project) -> None:
    def sign(path: str, context: dict[str, Any]) -> None:
        file, article = Path(path), context.get("article")
        if article:
            said = f"<!-- {context['SITENAME']} {article.url} {article.category} -->"
            file.write_text(file.read_text("utf-8") + said, "utf-8")

    with signals.content_written.connected_to(sign):
        build()
        paper.article("2024-04-11/01/01")
        assert build().pages < 20, "publishing made everything again"
        assert check_site(publish=False) == 0
    assert paper.page("/2024-04-01/01/01/").endswith("<!-- 试刊 2024-04-01/01/01/ 要闻 -->")
    assert "<!--" not in paper.page("/2024-04-01/01/")


def test_plugins_find_lists_in_pelicans_own_forms(paper: Project) -> None:
    paper.article("2024-04-01/01/03", status="draft")
    seen: dict[str, object] = {}

    def look(generator: ArticlesGenerator) -> None:
        if not any("2024-04-01" in article.slug for article in generator.articles):
            return
        for name in ("articles", "drafts", "dates"):
            seen[name] = [article.slug for article in getattr(generator, name)]
        for name in ("categories", "authors", "tags"):
            seen[name] = [(str(key), len(articles)) for key, articles in generator.context[name]]
        seen["tagged"] = len(generator.tags[Tag("春耕", generator.settings)])

    with signals.article_generator_finalized.connected_to(look):
        assert findings(build()) == {}
    both = ["2024-04-01-01-01", "2024-04-01-01-02"]
    assert seen == {
        "articles": both,
        "drafts": ["2024-04-01-01-03"],
        "dates": both,
        "categories": [("要闻", 2)],
        "authors": [("张海莺", 1)],
        "tags": [("春耕", 1)],
        "tagged": 1,
    }


class _Figures(Treeprocessor):
    def run(self, root: Element) -> None:
        for paragraph in root.iter("p"):
            if [child.tag for child in paragraph] == ["img"]:
                paragraph.tag = "figure"


class _UnderlinedAndFigures(Extension):
    def extendMarkdown(self, md: Any) -> None:  # noqa: N802
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"()\+\+(.+?)\+\+", "u"), "underlined", 175)
        md.treeprocessors.register(_Figures(md), "figures", 1)


def test_an_extension_of_markdown_that_a_plugin_adds_is_used(paper: Project) -> None:
    def add(pelican: Any) -> None:
        pelican.settings["MARKDOWN"].setdefault("extensions", []).append(_UnderlinedAndFigures())

    paper.article(
        "2024-04-11/01/01",
        "++甲++<b>乙</b>\n\n**丙++*丁*++** `++戊++`\n\n![图](own.png)\n\n[上期](/2024-04-10/)",
    )
    (paper.folder / "content/2024-04-11/01/own.png").write_bytes(line_art(40, 30))
    with signals.initialized.connected_to(add):
        make_site("pelicanconf.py", SITEURL="https://paper.example/repo")
    page = paper.page("/2024-04-11/01/01/")
    assert "<u>甲</u>&lt;b&gt;乙&lt;/b&gt;" in page, "raw HTML stays off"
    assert "<strong>丙<u><em>丁</em></u></strong> <code>++戊++</code>" in page
    assert '<figure><a href="/repo/2024-04-11/01/own.png"><picture>' in page
    assert '<a href="/repo/2024-04-10/">' in page
    assert "一 二 <u>三</u>。" in paper.page("/2024-04-10/01/01/"), "an extension may act on plain prose too"


def test_markdown_extensions_of_the_settings_are_used_with_their_own_settings(paper: Project) -> None:
    paper.set(MARKDOWN={"extension_configs": {"markdown.extensions.toc": {"marker": "【目录】"}}})
    paper.article("2024-04-11/01/01", "【目录】\n\n## 甲\n\n文。")
    build()
    assert '<div class="toc">' in paper.page("/2024-04-11/01/01/")
    assert check_site(publish=False) == 0


@pytest.mark.usefixtures("paper")
@pytest.mark.parametrize(
    "how", ["for article in articles", "pages + articles", "len(articles)", "articles[0]"]
)
def test_a_plugin_that_wants_all_articles_at_once_stops_the_build(how: str) -> None:
    ways: dict[str, Any] = {
        "for article in articles": list,
        "pages + articles": lambda articles: [] + articles,  # noqa: RUF005  as plugins do
        "len(articles)": len,
        "articles[0]": lambda articles: articles[0],
    }

    def read(generator: Any, **_: object) -> None:
        ways[how](generator.context["articles"])

    with (
        signals.article_writer_finalized.connected_to(read),
        pytest.raises(BroadsheetError, match="all-articles: a plugin reads the articles of all editions"),
    ):
        build()


class _OtherReader(MarkdownReader):
    pass


@pytest.mark.usefixtures("paper")
def test_a_plugin_that_reads_markdown_in_its_own_way_stops_the_build() -> None:
    def add(readers: Any) -> None:
        readers.reader_classes["md"] = _OtherReader

    with (
        signals.readers_init.connected_to(add),
        pytest.raises(BroadsheetError, match=r"other-reader: \S*test_plugins reads Markdown in its own way"),
    ):
        build()


def _writes(name: str, text: str) -> Any:
    def write(pelican: Any) -> None:
        Path(pelican.output_path, name).write_text(text, "utf-8")

    return write


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("sitemap.xml", "<urlset/>", "plugin-overwrites"),
        ("sitemap.txt", "https://paper.example/.broadsheet/stage/2024-04-10/", "staged-address"),
    ],
)
def test_a_plugin_that_harms_the_site_at_the_end_fails_at_each_build_until_it_goes(
    paper: Project, name: str, text: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with signals.finalized.connected_to(_writes(name, text)):
        for _ in range(2):
            assert build_site(publish=False) == 1
            assert f"pelicanconf.py: error {code}: a plugin wrote {name}" in capsys.readouterr().err
    build()
    assert text.encode() not in paper.files().get(name, b"")
    assert check_site(publish=False) == 0


def test_a_plugin_may_write_pages_and_files_of_its_own_at_the_end(paper: Project) -> None:
    def shorten(pelican: Any) -> None:
        for page in Path(pelican.output_path).rglob("*.html"):
            page.write_text(page.read_text("utf-8").replace("\n\n", "\n"), "utf-8")

    with (
        signals.finalized.connected_to(shorten),
        signals.finalized.connected_to(_writes("CNAME", "x.example")),
    ):
        build()
        paper.article("2024-04-11/01/01")
        assert build().pages < 20, "publishing made everything again"
        assert check_site(publish=False) == 0
    assert "\n\n" not in paper.page("/2024-04-01/01/01/") + paper.page("/2024-04-11/01/01/")
    assert paper.page("CNAME") == "x.example"


@pytest.mark.usefixtures("paper")
def test_a_plugin_that_warns_at_the_end_fails_the_build(capsys: pytest.CaptureFixture[str]) -> None:
    def complain(_pelican: object) -> None:
        logging.getLogger("some.plugin").warning("no index was made")

    with signals.finalized.connected_to(complain):
        assert build_site(publish=False) == 1
        assert "some.plugin: error warning: no index was made" in capsys.readouterr().err
    assert build().pages > 0, "a build whose plugin failed counted as done"


def test_what_a_plugin_writes_beside_pages_is_kept_where_output_retention_names_it(paper: Project) -> None:
    def draw(path: str, context: dict[str, Any]) -> None:
        if article := context.get("article"):
            picture = Path(article.settings["OUTPUT_PATH"], article.url, "small/picture.txt")
            picture.parent.mkdir(parents=True, exist_ok=True)
            picture.write_text(Path(path).name, "utf-8")

    with signals.content_written.connected_to(draw):
        with pytest.raises(
            BroadsheetError, match=r"foreign-file: 2024-04-01/01/01/small/picture\.txt was written"
        ):
            build()
        paper.set(OUTPUT_RETENTION=["small"])
        build()
        build(clean=True)
    assert paper.page("/2024-04-01/01/01/small/picture.txt") == "index.html"


def test_what_no_page_shows_is_a_doubt(paper: Project) -> None:
    def gather(generator: Any) -> None:
        generator.context["tag_cloud"] = [str(tag) for tag in generator.tags]
        for article in generator.articles:
            article.series = {"all": [other for other in generator.articles if other is not article]}
            article.category = Category("副刊", generator.settings)

    with signals.article_generator_finalized.connected_to(gather):
        doubts = findings(build())
    assert doubts.keys() == {"unused-context", "one-edition", "as-printed"}
    assert "`tag_cloud`" in doubts["unused-context"]
    assert "`series`" in doubts["one-edition"]
    assert paper.link("/2024-04-01/01/01/", "section")[0] == "要闻"


@pytest.mark.usefixtures("paper")
@pytest.mark.parametrize(
    "signal", [signals.feed_written, signals.page_generator_write_page, signals.get_writer]
)
def test_a_plugin_that_is_never_called_is_a_doubt(signal: Signal) -> None:
    def wait(*_: object, **__: object) -> None: ...

    with signal.connected_to(wait):
        doubts = findings(build())
    assert list(doubts) == ["idle-plugin"]
    assert __name__ in doubts["idle-plugin"]


@pytest.mark.usefixtures("paper")
def test_a_plugin_that_acts_before_the_press_has_written_is_a_doubt() -> None:
    def wait(*_: object, **__: object) -> None: ...

    with (
        signals.article_generator_finalized.connected_to(wait),
        signals.page_writer_finalized.connected_to(wait),
    ):
        doubts = findings(build())
    assert list(doubts) == ["early-plugin"]


def test_a_plugin_that_writes_robots_txt_is_suspected(paper: Project) -> None:
    paper.build()

    def allow(generators: list[Any]) -> None:
        Path(generators[0].output_path, "robots.txt").write_text("User-agent: *", encoding="utf-8")

    with (
        signals.all_generators_finalized.connected_to(allow),
        pytest.raises(BroadsheetError, match=r"robots\.txt is not the press’s: does a plugin write it\?"),
    ):
        make_site("pelicanconf.py", clean=True)


@pytest.mark.usefixtures("paper")
def test_articles_are_pelicans_own_class() -> None:
    kinds: set[type] = set()

    def look(content: object) -> None:
        kinds.add(type(content))

    with signals.content_object_init.connected_to(look):
        build()
    assert kinds == {Article}
