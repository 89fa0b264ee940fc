"""Search in a built site: nothing without the setting, and with it an index of which a new edition changes little."""

import json
import shutil
from pathlib import Path

import pytest

from broadsheet.press import check_site
from broadsheet.press.site import make_site
from tests.press.project import Project
from tests.press.search.asking import Answer, ask
from tests.theme.rendering import THEME

DAYS = ("2022-12-30", "2023-11-30", "2024-03-30", "2024-04-08", "2024-04-11", "2024-04-14")


def an_edition(project: Project, date: str) -> None:
    for order in range(1, 4):
        address = f"{date}/01/{order:02d}"
        project.article(address, f"{date}第{order}篇，**春**耕在田间。", authors=["张海莺"], section="要闻")


@pytest.fixture
def paper(project: Project) -> Project:
    project.set(SEARCH=True)
    for date in DAYS:
        an_edition(project, date)
    return project


def index_of(project: Project) -> dict[str, bytes]:
    return {file: data for file, data in project.files().items() if file.startswith("search/")}


def segments(project: Project) -> dict[str, dict[str, bytes]]:
    """The files of each segment by its period, with their bytes."""
    files = index_of(project)
    listed = json.loads(files["search/segments.json"])["segments"]
    return {
        period: {file: data for file, data in files.items() if file.startswith(f"search/{period}-{version}/")}
        for period, version, _ in listed
    }


def search(project: Project, *queries: str) -> list[Answer]:
    fields = [{"q": query} for query in queries]
    return ask(project.output / "search", fields, project.folder / "workshop")


def found(project: Project, query: str) -> list[str]:
    (answer,) = search(project, query)
    return [f"{date}/{page:02d}/{order:02d}" for date, page, order in answer.found]


def test_without_the_setting_there_is_no_file_of_search(project: Project) -> None:
    project.use_theme(THEME)
    an_edition(project, DAYS[0])
    project.build()
    assert [file for file in project.files() if "search" in file or "segment" in file] == []
    assert "/search/" not in project.page("/")
    project.set(SEARCH=True)
    project.build()
    assert {"theme/js/search.js", "theme/css/search.css", "search/index.html"} <= project.files().keys()
    assert 'href="/search/"' in project.page("/")
    assert 'href="/search/"' in project.page(f"/{DAYS[0]}/01/01/")
    project.set(SEARCH=False)
    project.build()
    assert [file for file in project.files() if "search" in file] == []


def test_every_text_of_an_article_finds_it(paper: Project) -> None:
    texts = {
        "kicker": "引题之言",
        "title": "主题之言",
        "deck": ["副题之言"],
        "byline": "署名之言",
        "dateline": "电头之言",
        "source_credit": "供稿之言",
        "jump": "下转之言",
        "editors_note": "编者之言",
        "photos": [{"caption": "图说之言", "credit": "摄影之言"}],
        "corrections": [{"date": "2024-05-01", "text": "更正之言"}],
        "teasers": [{"text": "导读之言"}],
    }
    body = "正文[链接之言](/a/)。\n\n> 引文\n\n断行\n之言&amp;号"
    paper.article("2024-04-15/02/07", body, **texts)
    paper.build()
    said = "引题 主题 副题 署名 电头 供稿 下转 编者 图说 摄影 更正 导读 链接 断行"
    phrases = [*(f"“{word}之言”" for word in said.split()), "正文链接之言", "引文", "“之言&号”"]
    answers = search(paper, *phrases)
    missed = [
        phrase
        for phrase, answer in zip(phrases, answers, strict=True)
        if answer.found != [("2024-04-15", 2, 7)]
    ]
    assert missed == []


def test_a_new_edition_changes_no_old_segment(paper: Project) -> None:
    paper.build()
    before = segments(paper)
    assert list(before) == ["2022", "2023", "2024-03", "2024-04-0", "2024-04-11", "2024-04-14"]
    an_edition(paper, "2024-04-15")
    paper.build()
    after = segments(paper)
    assert {period: after[period] for period in before} == before
    assert list(after) == [*before, "2024-04-15"]


def test_a_changed_article_changes_its_segment_alone(paper: Project) -> None:
    paper.build()
    before = segments(paper)
    paper.article("2023-11-30/01/02", "秋收冬藏。")
    paper.build()
    after = segments(paper)
    assert {period for period in after if after[period] != before[period]} == {"2023"}
    assert not set(before["2023"]) & index_of(paper).keys()
    assert found(paper, "秋收") == ["2023-11-30/01/02"]
    assert len(found(paper, "春耕")) == 3 * len(DAYS) - 1


def test_drafts_are_found_by_editors_alone(paper: Project) -> None:
    paper.article("2024-04-14/01/03", "未定之稿。", status="draft")
    paper.build()
    assert found(paper, "未定之稿") == ["2024-04-14/01/03"]
    paper.build(publish=True)
    assert found(paper, "未定之稿") == []


@pytest.mark.parametrize("change", ["a new month", "an edit", "a removed edition", "an old edition"])
def test_index_is_what_a_build_from_nothing_makes(
    paper: Project, change: str, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.build()
    if change == "a new month":
        an_edition(paper, "2024-05-06")
    elif change == "an edit":
        paper.article("2022-12-30/01/01", "又改一回。")
    elif change == "a removed edition":
        shutil.rmtree(Path("content", DAYS[-1]))
    else:
        an_edition(paper, "2023-02-01")
    paper.build()
    made = paper.files()
    make_site("pelicanconf.py", clean=True)
    assert paper.files() == made
    assert check_site(publish=False) == 0, capsys.readouterr().err
