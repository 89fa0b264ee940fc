"""The inputs of a build: which of them a change reaches, and what readers do not get yet."""

import time
from pathlib import Path

import pytest

from broadsheet.model.errors import PressError
from broadsheet.model.schedule import Clock
from broadsheet.press.plan import fingerprints
from broadsheet.press.plan import inputs as module
from broadsheet.press.plan.inputs import EVERYWHERE, SETTINGS_FILE, Inputs, look_at, take_inputs, without
from broadsheet.press.plan.survey import Survey, unpacked_stats
from broadsheet.press.share_images.face import Face
from tests.press.project import Project

NOON = 1_713_153_600  # 2024-04-15T12:00+08:00
SETTINGS = {"PATH": "content", "THEME": "theme", "OUTPUT_PATH": "output", "TIMEZONE": "Asia/Shanghai"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fingerprints, "_PACKAGE", tmp_path / "code")  # ours takes long to read, for each plan
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOON))
    for date in ("2024-04-14", "2024-04-15", "2024-04-16"):
        put(f"content/{date}/01/01.md")
    put("content/photos/a.png")
    for path in ("templates/base.html", "static/site.css", "components/card/card.html"):
        put(f"theme/{path}")
    return tmp_path


def put(path: str, text: str = "") -> Path:
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
    return file


def look(**settings: object) -> Inputs:
    return look_at({**SETTINGS, **settings})


def changed(before: Inputs, after: Inputs) -> set[str]:
    """Return the names of the facts that differ, and "static" where the digest of static files does."""
    names = {name for name in after.facts if before.facts[name] != after.facts[name]}
    return names | ({"static"} if before.static != after.static else set())


@pytest.mark.parametrize(
    ("path", "reaches"),
    [
        ("theme/templates/base.html", {"templates"}),
        ("theme/epub/book.html", {"templates"}),
        ("theme/print/page.typ", {"templates"}),
        ("theme/locale/zh-Hans.po", {"templates"}),
        ("theme/components/card/card.html", {"templates"}),
        ("theme/components/card/sample.json", {"templates"}),
        ("ours/article.html", {"templates"}),
        ("more/article.html", {"templates"}),
        ("theme/components/card/card.css", {"static"}),
        ("theme/components/card/card.js", {"static"}),
        ("theme/static/site.css", {"static"}),
        ("content/conversions.yaml", {"conversions"}),
        ("code/press/site.py", {"code"}),
        ("content/about.md", {"about page"}),
        ("content/photos/about.md", set()),
        ("theme/README.md", set()),
        ("content/2024-04-15/01/01.md", set()),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_file_reaches_what_is_made_of_it(path: str, reaches: set[str]) -> None:
    settings = {"SCRIPTS": ["zh-Hant"], "THEME_TEMPLATES_OVERRIDES": ["ours", Path("more")]}
    before = look(**settings)
    put(path, "new")
    assert changed(before, look(**settings)) == reaches


@pytest.mark.usefixtures("folder")
def test_conversions_count_where_pages_are_converted() -> None:
    before = look()
    put("content/conversions.yaml", "new")
    assert changed(before, look()) == set()
    assert before.facts["conversions"] == ""


@pytest.mark.usefixtures("folder")
def test_the_typeface_counts_where_pictures_are_made_with_it() -> None:
    font = str(put("font.otf", "12345").resolve())
    assert look(CARD_FONT=font).facts["typeface"] == ""
    for settings in ({"SITEURL": "https://example.org"}, {"EDITION_FILES": ["pdf"]}):
        typeface = look(CARD_FONT=font, **settings).facts["typeface"]
        assert typeface == str(Face(font, 0, 5))
        with pytest.raises(PressError, match="CARD_FONT"):
            look(CARD_FONT="missing.otf", **settings)


@pytest.mark.usefixtures("folder")
def test_the_typeface_is_that_of_the_papers_language(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr(module, "face_of", lambda *of: asked.append(of))
    for lang in ({"DEFAULT_LANG": "ja"}, {}, {"DEFAULT_LANG": None, "CARD_FONT": None}):
        assert look(SITEURL="https://example.org", **lang).facts["typeface"] == "None"
    assert asked == [("", "ja"), ("", ""), ("", "")]


@pytest.mark.usefixtures("folder")
def test_the_facts_are_those_that_a_plan_compares_with_the_settings_digest_and_file() -> None:
    found = look_at(SETTINGS, "digest", "publishconf.py", {"PREVIEW": True})
    assert set(found.facts) == {*EVERYWHERE, SETTINGS_FILE}
    assert (found.facts["settings"], found.facts[SETTINGS_FILE]) == ("digest", "publishconf.py")
    assert (found.settings_file, found.overrides, found.settings) == (
        "publishconf.py",
        {"PREVIEW": True},
        SETTINGS,
    )
    assert (found.content, found.output, found.theme) == (Path("content"), Path("output"), Path("theme"))
    assert found.clock == Clock(NOON, found.clock.zone)
    assert str(found.clock.zone) == "Asia/Shanghai"
    plain = look_at(SETTINGS)
    assert (plain.facts["settings"], plain.settings_file, plain.overrides) == ("", "", {})


@pytest.mark.usefixtures("folder")
def test_an_edition_whose_day_has_not_begun_is_in_the_preview_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    for settings, dates in (
        ({}, ["2024-04-14", "2024-04-15"]),
        ({"PREVIEW": True}, ["2024-04-14", "2024-04-15", "2024-04-16"]),
    ):
        found = look(**settings)
        assert list(found.survey.editions) == dates
        assert [path for path, *_ in unpacked_stats(found.survey.editions["2024-04-15"])] == [
            "2024-04-15/01/01.md"
        ]
        assert [path for path, *_ in found.survey.outside] == ["photos/a.png"]
        assert found.early == ("2024-04-16",)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOON + 12 * 3600))
    assert look().early == ()
    assert len(look().survey.editions) == 3


@pytest.mark.usefixtures("folder")
def test_the_survey_is_of_the_moment_before_it() -> None:
    before = time.time_ns()
    assert before <= look().began <= time.time_ns()


def test_without_content_and_theme_the_inputs_are_empty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    found = look(ADMIN=True)
    assert (found.survey, found.desk_pages, found.early) == (Survey({}, []), (), ())
    assert found.static == look().static


@pytest.mark.usefixtures("folder")
def test_a_link_out_of_the_theme_is_refused() -> None:
    put("secret")
    Path("theme/static/site.css").unlink()
    Path("theme/static/site.css").symlink_to("../../secret")
    Path("nowhere").symlink_to("gone")  # beside the theme
    with pytest.raises(
        PressError, match=r"theme/static/site\.css: error bad-link: this link leads to"
    ) as caught:
        look()
    assert len(caught.value.findings) == 1


@pytest.mark.usefixtures("folder")
def test_where_admin_edits_pages_these_and_its_files_count(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, before = look(), look(ADMIN=True)
    assert plain.desk_pages == ()
    assert [page.folder for page in before.desk_pages] == ["2024-04-16/01", "2024-04-15/01", "2024-04-14/01"]
    assert changed(plain, before) == {"static"}
    put("content/2024-04-15/edition.yaml", "pages:\n  1: {name: 要闻}\n")
    named = look(ADMIN=True)
    assert changed(before, named) == {"static"}
    put("content/2024-04-15/02/01.md")
    assert changed(named, look(ADMIN=True)) == {"static"}
    put("admin/desk.js", "new")
    monkeypatch.setattr(module, "ADMIN", "admin")
    other = look(ADMIN=True)
    put("admin/desk.js", "newer")
    assert changed(other, look(ADMIN=True)) == {"static"}
    assert changed(plain, look()) == set()


@pytest.mark.usefixtures("folder")
def test_files_that_count_as_missing_are_not_in_the_survey() -> None:
    found = look()
    assert without(found, ()) is found
    less = without(found, {"2024-04-15/01/01.md", "photos/a.png"})
    assert less == found._replace(survey=Survey({"2024-04-14": found.survey.editions["2024-04-14"]}, []))


def settings_fact(file: str = "pelicanconf.py", **overrides: object) -> str:
    return take_inputs(file, overrides).facts["settings"]


def test_settings_are_run_and_their_code_counts(project: Project) -> None:
    project.article("2024-04-15/01/01")
    found = take_inputs("pelicanconf.py", {"SITENAME": "晚报"})
    assert (found.settings_file, found.overrides) == ("pelicanconf.py", {"SITENAME": "晚报"})
    assert (found.settings["SITENAME"], found.settings["LIST_LENGTH"]) == ("晚报", 3)
    assert list(found.survey.editions) == ["2024-04-15"]
    before = settings_fact()
    assert before == settings_fact(OUTPUT_PATH="elsewhere")
    assert take_inputs("pelicanconf.py", {"OUTPUT_PATH": "elsewhere"}).output == Path("elsewhere")
    assert before != settings_fact(LIST_LENGTH=4)
    assert before != settings_fact("publishconf.py")
    known = {before}
    for file in ("pelicanconf.py", "publishconf.py"):
        (project.folder / file).write_text((project.folder / file).read_text("utf-8") + "\n# x\n", "utf-8")
        known.add(settings_fact())
    (project.folder / "publishconf.py").unlink()
    assert len(known | {settings_fact()}) == 4


@pytest.mark.usefixtures("project")
def test_a_settings_file_that_is_missing_is_told() -> None:
    with pytest.raises(PressError, match=r"publishconf2\.py: error no-settings"):
        take_inputs("publishconf2.py", {})
