"""What is wrong stops the press: with path and line, with a code that is not 0, and without a traceback."""

import gc
import logging
import os
import shutil

import pytest
from pelican.contents import Article
from pelican.plugins import signals

from broadsheet.model.errors import BroadsheetError
from broadsheet.model.limits import LIMITS, Limits
from broadsheet.press import build_site, desk_settings
from broadsheet.press.pelican.reader import PressArticle
from tests.press.photos import DRAWING
from tests.press.project import THEME, Project


def test_the_real_command_builds_the_site(project: Project) -> None:
    project.article("2024-04-15/01/01")
    run = project.pelican()
    assert run.returncode == 0, run.stderr
    assert "Processed 1 article" in run.stdout
    assert project.has("/2024-04-15/01/01/")


def test_missing_photo_stops_the_real_command(project: Project) -> None:
    project.article("2024-04-15/01/01", photos=[{"file": "gone.jpg", "caption": "图"}])
    run = project.pelican()
    assert run.returncode == 1
    assert (
        "content/2024-04-15/01/01.md:4:9: error missing-photo: the photo `gone.jpg` is missing" in run.stderr
    )
    assert "Traceback" not in run.stdout + run.stderr


def test_unknown_key_stops_the_real_command(project: Project) -> None:
    project.write("content/2024-04-15/01/01.md", "---\ntitle: 题\n  \nauthor: 张海莺\n---\n\n文。\n")
    run = project.pelican()
    assert run.returncode == 1
    assert "content/2024-04-15/01/01.md:4:1: error unknown-key" in run.stderr
    assert "did you mean `authors`?" in run.stderr
    assert "Traceback" not in run.stdout + run.stderr


def test_a_link_in_pelicans_own_manner_stops_the_real_command_with_its_line(project: Project) -> None:
    project.article("2024-04-15/01/01", "见[那篇]({filename}nowhere.md)。")
    run = project.pelican()
    assert run.returncode == 1
    assert "content/2024-04-15/01/01.md:5:7: error pelican-link: `{filename}nowhere.md`" in run.stderr


def test_every_mistake_is_told_at_once(project: Project) -> None:
    project.write("content/2024-04-14/01/01.md", "no front matter\n")
    project.write("content/2024-04-15/01/01.md", "---\ntitel: 题\n---\n\n文。\n")
    project.article("2024-04-15/01/02", photos=[{"file": "gone.jpg"}])
    project.article("2024-04-16/01/01", photos=[{"file": "../../../secret.jpg"}])
    with pytest.raises(BroadsheetError) as caught:
        project.build()
    places = [(finding.code, finding.path.removeprefix("content/")) for finding in caught.value.findings]
    assert places == [
        ("no-front-matter", "2024-04-14/01/01.md"),
        ("unknown-key", "2024-04-15/01/01.md"),
        ("missing-photo", "2024-04-16/01/01.md"),
    ]


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("content/notes.md", "bad-path"),
        ("content/2024-4-15/01/01.md", "bad-path"),
        ("content/2024-04-15/01/3.md", "bad-path"),
        ("content/2024-04-15/01/03.markdown", "bad-path"),
        ("content/old/2024-04-15/01/03.md", "bad-path"),
        ("content/2024-04-15/edition.yml", "bad-path"),
        ("content/2024-04-15/01/02.rst", "no-manuscript"),
        ("content/2024-04-15/01/02.html", "no-manuscript"),
        ("content/page.HTM", "no-manuscript"),
    ],
)
def test_what_looks_like_a_manuscript_is_never_left_out(project: Project, path: str, code: str) -> None:
    project.article("2024-04-15/01/01")
    project.write(path, "---\ntitle: 题\n---\n\n文。\n")
    with pytest.raises(BroadsheetError) as caught:
        project.build()
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == (code, path)


@pytest.mark.parametrize(
    "path", ["2024-04-15/01/02.md", "2024-04-15/02", "2024-04-16", "2024-04-15/edition.yaml", "about.md"]
)
def test_a_link_in_a_manuscript_s_place_that_cannot_be_followed_is_told(project: Project, path: str) -> None:
    project.article("2024-04-15/01/01")
    project.write("elsewhere/01/01.md", "---\ntitle: 题\n---\n\n文。\n")
    link = project.folder / "content" / path
    link.symlink_to("nowhere" if link.suffix else project.folder / "elsewhere")
    with pytest.raises(BroadsheetError, match=rf"^content/{path}: error bad-link"):
        project.build()


def test_a_link_to_a_manuscript_and_one_to_a_folder_of_pictures_are_followed(project: Project) -> None:
    article = project.article("2024-04-15/01/01", photos=[{"file": "/pictures/all.svg"}])
    project.write("content/photographs/all.svg", DRAWING)
    (project.folder / "content/pictures").symlink_to("photographs")
    article.with_name("02.md").symlink_to(article)
    project.build()
    assert project.has("/2024-04-15/01/02/")
    assert project.files()["pictures/all.svg"] == DRAWING.encode()


def test_what_is_no_file_is_told_and_not_waited_for(project: Project) -> None:
    project.article("2024-04-15/01/01")
    os.mkfifo("content/2024-04-15/01/02.md")
    with pytest.raises(BroadsheetError, match=r"01/02\.md: error bad-link: this is neither"):
        project.build()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("02-\u202ea.md", r"02-⟨U\+202E⟩a\.md: error bad-name: its name holds U\+202E"),
        ("02-\x1b[2J.md", r"02-⟨U\+001B⟩\[2J\.md: error bad-name: its name holds U\+001B"),
        ("02-a\ufffd.md", r"02-a\ufffd\.md: error bad-name: its name holds U\+FFFD"),
        ("aux.jpg", r"01/aux\.jpg: error bad-name: `aux\.jpg` is the name of a device"),
        ("nul/a.svg", r"nul/a\.svg: error bad-name: `nul` is"),
    ],
)
def test_a_file_s_name_that_nobody_can_read_or_no_disk_can_hold_is_told(
    project: Project, name: str, said: str
) -> None:
    project.article("2024-04-15/01/01")
    project.write(f"content/2024-04-15/01/{name}", "---\ntitle: 题\n---\n\n文。\n")
    with pytest.raises(BroadsheetError, match=said):
        project.build()


def test_a_text_that_is_too_large_is_told_and_not_read(project: Project) -> None:
    article = project.article("2024-04-15/01/01")
    os.truncate(article, 10**12)  # a hole: it takes no room on the disk
    edition = project.edition("2024-04-15", number=1)
    edition.write_bytes(b"#" * 256_001)
    with pytest.raises(BroadsheetError) as caught:
        project.build()
    assert {finding.place for finding in caught.value.findings} == {
        f"{article.relative_to(project.folder)}:1:1",
        f"{edition.relative_to(project.folder)}:1:1",
    }
    assert {finding.code for finding in caught.value.findings} == {"too-large"}


def test_the_settings_say_how_large_a_text_may_be(project: Project) -> None:
    project.article("2024-04-15/01/01", "长" * 700_000)
    with pytest.raises(
        BroadsheetError, match=r"01\.md:1:1: error too-large: this text has 2,100,0\d\d bytes, and 2,000,000"
    ):
        project.build()
    project.set(MANUSCRIPT_BYTES=3_000_000)
    assert desk_settings().limits == Limits(3_000_000, LIMITS.edition)
    project.build()
    assert project.has("/2024-04-15/01/01/")


def test_every_entry_that_is_no_manuscript_in_the_place_of_one_is_told_at_once(project: Project) -> None:
    project.article("2024-04-15/01/01")
    folder = project.folder / "content/2024-04-15/01"
    (folder / "02.md").mkdir()
    (folder / "03.md").symlink_to("03.md")
    os.mkfifo(folder / "04.md")
    (folder / "05.md").symlink_to("/dev/null")
    (project.folder / "content/about.md").mkdir()
    with pytest.raises(BroadsheetError) as caught:
        project.build()
    assert {(finding.path, finding.code) for finding in caught.value.findings} == {
        ("content/about.md", "bad-link"),
        *((f"content/2024-04-15/01/{order:02d}.md", "bad-link") for order in range(2, 6)),
    }


@pytest.mark.parametrize(
    ("link", "root"),
    [
        ("content/2024-04-15/01/02.md", "content"),
        ("content/2024-04-15/edition.yaml", "content"),
        ("content/2024-04-15/01/photo.png", "content"),
        ("content/pictures", "content"),
        ("theme/static/secret.css", "theme"),
        ("theme/templates/secret.html", "theme"),
    ],
)
@pytest.mark.parametrize("inside", [True, False])
def test_no_link_is_followed_out_of_the_folder_it_lies_in(
    project: Project, tmp_path_factory: pytest.TempPathFactory, link: str, root: str, *, inside: bool
) -> None:
    project.article("2024-04-15/01/01")
    shutil.copytree(THEME, project.folder / "theme")
    project.write("pelicanconf.py", f"{project.conf}THEME = 'theme'\n")
    project.build()
    before = project.files()
    target = (project.folder if inside else tmp_path_factory.mktemp("home")) / "secret"
    target.write_text("the words of another", encoding="utf-8")
    path = project.folder / link
    path.parent.mkdir(parents=True, exist_ok=True)
    path.symlink_to(target)
    with pytest.raises(BroadsheetError) as caught:
        project.build()
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("bad-link", link)
    assert f"this link leads to {target}, outside of {root}" in finding.message
    assert project.files() == before


def test_two_manuscripts_at_one_address_are_both_named(project: Project) -> None:
    project.article("2024-04-15/01/01")
    project.article("2024-04-15/01/01-again")
    with pytest.raises(BroadsheetError, match="same-address") as caught:
        project.build()
    assert "01/01.md" in str(caught.value)
    assert "01/01-again.md" in str(caught.value)


def test_an_empty_archive_is_an_error(project: Project) -> None:
    with pytest.raises(BroadsheetError, match="no-edition"):
        project.build()
    project.article("2024-04-15/01/01", status="draft")
    with pytest.raises(BroadsheetError, match="no published article"):
        project.build(publish=True)


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("{{ article.headlines.titel }}", 2),
        ("{{ SITENAME }}", 2),
        ("{% if %}", 2),
        ("{{ article.html|nofilter }}", 2),
        ("{{ 1 / 0 }}", 2),
        ("{% include 'article.html' %}", 2),
    ],
)
def test_a_mistake_in_a_template_is_told_with_its_line(project: Project, template: str, line: int) -> None:
    project.copy_theme()
    project.write("theme/templates/article.html", f"<!doctype html>\n{template}\n")
    project.article("2024-04-15/01/01")
    with pytest.raises(BroadsheetError) as caught:
        project.build()
    (finding,) = caught.value.findings
    assert (finding.code, finding.line) == ("template", line)
    assert finding.path.endswith("theme/templates/article.html")


@pytest.mark.parametrize(
    "file",
    ["templates/article.html", "components/card/card.css", "static/css/article.css", "locale/zh-Hans.po"],
)
def test_a_file_of_the_theme_that_is_not_utf_8_is_told(project: Project, file: str) -> None:
    project.copy_theme()
    project.write(f"theme/{file}", "").write_bytes(b"\xff\xfe")
    project.article("2024-04-15/01/01")
    with pytest.raises(BroadsheetError, match=rf"^theme/{file}"):
        project.build()


def test_a_template_that_the_theme_lacks_is_not_filled_in_by_another_theme(project: Project) -> None:
    (project.copy_theme() / "templates/article.html").unlink()
    project.article("2024-04-15/01/01")
    with pytest.raises(BroadsheetError, match=r"theme/templates/article\.html"):
        project.build()


def test_what_is_printed_is_escaped(project: Project) -> None:
    project.set(JINJA_ENVIRONMENT={"autoescape": False})
    project.article("2024-04-15/01/01", "文<script>x</script>。", title="甲<b>乙")
    project.build()
    page = project.page("/2024-04-15/01/01/")
    assert "<h1>甲&lt;b&gt;乙</h1>" in page
    assert "<script>" not in page
    assert "文&lt;script&gt;" in page


@pytest.mark.parametrize(
    "href",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "JavaScript:x",
        "javascript&#58;alert(1)",
        "javascript&colon;x",
    ],
)
def test_a_link_may_not_run_anything(project: Project, href: str) -> None:
    project.article("2024-04-15/01/01", f"一。\n\n见[这里]({href})。")
    with pytest.raises(BroadsheetError) as caught:
        project.build()
    (finding,) = caught.value.findings
    assert (finding.code, finding.line) == ("unsafe-link", 7)
    assert finding.column == 7
    assert finding.hint


@pytest.mark.parametrize(
    ("picture", "code"),
    [("![图](https://example.org/a.png)", "foreign-picture"), ("![](/all.svg)", "no-alt")],
)
def test_a_picture_in_a_text_is_the_papers_own_and_has_words(
    project: Project, picture: str, code: str
) -> None:
    project.write("content/all.svg", DRAWING)
    project.article("2024-04-15/01/01", f"一。\n\n{picture}")
    with pytest.raises(BroadsheetError, match=rf"01\.md:7:\d+: error {code}"):
        project.build()


def test_two_lists_at_one_address_are_told(project: Project) -> None:
    project.set(SECTIONS={"要闻": "news", "副刊": "News"})
    project.article("2024-04-15/01/01", section="要闻")
    project.article("2024-04-15/01/02", section="副刊")
    with pytest.raises(BroadsheetError, match="address-collision"):
        project.build()


def test_a_picture_at_the_address_of_a_file_of_the_theme_is_told(project: Project) -> None:
    project.copy_theme()
    project.write("theme/static/all.svg", DRAWING)
    project.write("content/theme/all.svg", DRAWING)
    project.article("2024-04-15/01/01", photos=[{"file": "/theme/all.svg"}])
    with pytest.raises(BroadsheetError, match=r"theme/all\.svg is already made from"):
        project.build()


def test_hidden_files_in_content_are_nobodys(project: Project) -> None:
    project.article("2024-04-15/01/01")
    project.build()
    site = project.files()
    for path in (".trash/01.md", ".gitkeep", "2024-04-15/01/.02.md", "2024-04-15/.old/01.md"):
        project.write(f"content/{path}", "no manuscript")
    assert project.build().pages == 0
    assert project.files() == site


def test_a_folder_without_settings_is_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    (project.folder / "pelicanconf.py").unlink()
    assert build_site(publish=False) == 1
    assert capsys.readouterr().err.startswith("pelicanconf.py: error no-settings: there is no such file")


@pytest.mark.parametrize("body", ["[甲](http://[乙/)", "![图](http://[::1/a.png)"])
def test_an_address_that_is_none_is_told_with_its_line(project: Project, body: str) -> None:
    project.article("2024-04-15/01/01", f"一\u2028行。\n\n{body}")
    with pytest.raises(BroadsheetError, match=r"01\.md:7:\d+: error no-address: `http://\["):
        project.build()


@pytest.mark.parametrize(
    "body", ["- " * 500 + "底", "> " * 200 + "底", "\n".join("    " * n + "- 层" for n in range(200))]
)
def test_a_text_set_in_without_end_is_told_and_not_what_the_stack_makes_of_it(
    project: Project, body: str
) -> None:
    project.article("2024-04-15/01/01", f"一。\n\n{body}")
    with pytest.raises(BroadsheetError, match=r"01\.md:\d+:\d+: error markdown-limit"):
        project.build()


def test_build_site_says_what_is_wrong_and_what_was_made(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    article = project.article("2024-04-15/01/01", photo="x")
    assert build_site(publish=False) == 1
    assert capsys.readouterr().err.startswith("content/2024-04-15/01/01.md:3:1: error unknown-key")
    article.unlink()
    project.article("2024-04-15/01/01")
    assert build_site(publish=False) == 0
    assert "1 edition, 1 article" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"TIMEZONE": "Asia/Nowhere"}, "TIMEZONE"),
        ({"TIMEZONE": "Asia"}, "TIMEZONE"),
        ({"SITENAME": None}, "SITENAME"),
        ({"SITEURL": None}, "SITEURL"),
        ({"SITEURL": "example.org"}, "SITEURL"),
        ({"SITEURL": "https://example.org/"}, "SITEURL"),
        ({"SITEURL": "https://example.org/paper?edition=1"}, "SITEURL"),
        ({"SITEURL": "https://[example/"}, "SITEURL"),
        ({"SECTIONS": ["要闻"]}, "SECTIONS"),
        ({"SECTIONS": {"要闻": "yao/wen"}}, "yao/wen"),
        ({"LIST_LENGTH": 0}, "LIST_LENGTH"),
        ({"OUTPUT_PATH": ""}, "OUTPUT_PATH names no folder"),
        ({"THEME": None}, "THEME names no folder"),
        ({"PLUGINS": 5}, "PLUGINS is no list"),
        ({"OUTPUT_RETENTION": 5}, "OUTPUT_RETENTION is no list"),
        ({"DEFAULT_LANG": None}, "DEFAULT_LANG names no language"),
        ({"MANUSCRIPT_BYTES": "2 MB"}, "MANUSCRIPT_BYTES is no number of bytes"),
        ({"EDITION_BYTES": 0}, "EDITION_BYTES is no number of bytes"),
    ],
)
def test_a_wrong_setting_is_told(
    project: Project, capsys: pytest.CaptureFixture[str], settings: dict[str, object], message: str
) -> None:
    project.article("2024-04-15/01/01")
    project.set(**settings)
    assert build_site(publish=False) == 1
    error = capsys.readouterr().err
    assert error.startswith("pelicanconf.py")
    assert message in error


def test_settings_that_cannot_be_read_are_told_with_their_line(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("pelicanconf.py", "SITENAME = '试刊\n")
    assert build_site(publish=False) == 1
    assert "pelicanconf.py:1:12: error bad-setting" in capsys.readouterr().err


def test_settings_that_end_the_program_are_told_with_their_line(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.write("pelicanconf.py", f"{project.conf}exit()\n")
    assert build_site(publish=False) == 1
    line = len(project.conf.splitlines()) + 1
    assert f"pelicanconf.py:{line}:1: error bad-setting: SystemExit" in capsys.readouterr().err


def test_content_plugins_get_their_signals(project: Project) -> None:
    project.article("2024-04-15/01/01", "甲乙。")
    project.article("2024-04-16/01/01", "丙。", status="draft")
    heard: list[str] = []

    def change(content: object) -> None:
        if getattr(content, "_content", None):
            content._content = content._content.replace("甲乙", "丁戊")  # type: ignore[attr-defined]

    def finalized(generator: object) -> None:
        if getattr(generator, "articles", None):
            heard.append(f"finalized {len(generator.articles)}")  # type: ignore[attr-defined]

    def write(_generator: object, content: object) -> None:
        heard.append(f"write {content.save_as}")  # type: ignore[attr-defined]

    def written(path: str, context: dict[str, object]) -> None:
        if article := context.get("article"):
            heard.append(f"written {path[-27:]} {article.url} {context['SITENAME']}")  # type: ignore[attr-defined]

    with (
        signals.content_object_init.connected_to(change),
        signals.article_generator_finalized.connected_to(finalized),
        signals.article_generator_write_article.connected_to(write),
        signals.content_written.connected_to(written),
    ):
        project.build(publish=True)
    assert "丁戊" in project.page("/2024-04-15/01/01/")
    assert heard == [
        "finalized 1",
        "write 2024-04-15/01/01/index.html",
        "written 2024-04-15/01/01/index.html 2024-04-15/01/01/ 试刊",
    ]


def test_a_plugin_that_cannot_be_loaded_stops_the_real_command(project: Project) -> None:
    project.article("2024-04-15/01/01")
    project.set(PLUGINS=["broadsheet.press", "no_such_plugin"])
    run = project.pelican()
    assert run.returncode == 1
    assert "Cannot load plugin `no_such_plugin`" in run.stderr


def test_a_run_does_not_answer_for_what_was_logged_before_it(project: Project) -> None:
    project.article("2024-04-15/01/01")
    project.build()
    logging.getLogger("some.plugin").warning("this was odd")
    project.build()


def test_no_article_is_kept_once_it_is_printed(project: Project) -> None:
    project.article("2024-04-15/01/01")
    project.article("2024-04-16/01/01")
    heard: list[str] = []

    def hear(content: PressArticle) -> None:
        heard.append(content.title)

    with signals.content_object_init.connected_to(hear):
        project.build()
    assert len(heard) == 2
    gc.collect()
    assert [thing for thing in gc.get_objects() if isinstance(thing, Article)] == []


def test_a_plugin_that_changes_nothing_changes_no_byte(project: Project) -> None:
    project.article(
        "2024-04-15/01/01", "见**重**与[那篇](/2024-04-15/01/02/)。", section="要闻", authors=["甲"]
    )
    project.article("2024-04-15/01/02", "无题之文。", title="", tags=["绿"])
    project.article("2024-04-15/01/03", status="draft")
    project.build()
    without = project.files()
    heard: list[str] = []

    def hear(content: PressArticle) -> None:
        heard.append(content.title)

    shutil.rmtree("output")
    with signals.content_object_init.connected_to(hear):
        project.build()
    assert len(heard) == 3
    assert project.files() == without


def test_a_plugin_that_logs_a_warning_stops_the_second_build_too(project: Project) -> None:
    project.article("2024-04-15/01/01")

    def complain(_content: object) -> None:
        logging.getLogger("some.plugin").warning("this is odd")

    with signals.content_object_init.connected_to(complain):
        for _ in range(2):
            with pytest.raises(BroadsheetError, match="this is odd"):
                project.build()
    assert not project.has("/2024-04-15/"), "a build that failed was moved in"
    project.build()


def test_a_plugin_that_logs_a_warning_in_another_process_stops_the_build(project: Project) -> None:
    for day in range(1, 11):
        project.article(f"2024-04-{day:02d}/01/01")
    project.monkeypatch.setattr("broadsheet.press.crew.cores", lambda: 2)

    def complain(content: object) -> None:
        if "2024-04-09" in getattr(content, "source_path", ""):
            logging.getLogger("some.plugin").warning("this is odd")

    with (
        signals.content_object_init.connected_to(complain),
        pytest.raises(BroadsheetError, match="this is odd"),
    ):
        project.build()
