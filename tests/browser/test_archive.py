"""往期: a date is found by hand without a script, and by typing it with one."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from broadsheet.press.lists.archive_pages import archive_sheets
from broadsheet.press.paper.settings import Paper
from tests.browser.conftest import lay_out_theme, serve
from tests.theme.rendering import render

pytestmark = pytest.mark.browser

FIRST = dt.date(2010, 12, 30)
# Each seventh day is silent, and there is a year without any paper.
DATES = [
    date
    for date in (FIRST + dt.timedelta(days=n) for n in range(5844))
    if date.toordinal() % 7 and date.year != 2013
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The archive of 5,000 editions."""
    folder = tmp_path_factory.mktemp("archive")
    lay_out_theme(folder)
    for sheet in archive_sheets(DATES, Paper(sitename="报")):
        write(folder / sheet.file, render("archive.html", {"archive": sheet.views["archive"]}))
    for date in DATES[-3:]:
        write(folder / date.isoformat() / "index.html", date.isoformat())
    yield from serve(folder)


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


@pytest.fixture
def page(archive: str, chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(base_url=archive)
    yield page
    page.close()


def go_to(page: Page, date: dt.date) -> None:
    form = page.get_by_role("group", name="翻到某日")
    form.get_by_label("年").select_option(f"{date.year}年")
    form.get_by_label("月").select_option(f"{date.month}月")
    form.get_by_label("日", exact=True).select_option(f"{date.day}日")
    page.get_by_role("button", name="翻到").click()


def test_a_date_leads_to_its_edition_from_any_year(page: Page) -> None:
    page.goto("/archive/2012/")
    go_to(page, DATES[-2])
    page.wait_for_url(f"**/{DATES[-2]}/")


def test_the_form_says_dates_as_the_paper_does_and_begins_at_the_newest(page: Page) -> None:
    page.goto("/archive/")
    form = page.get_by_role("group", name="翻到某日")
    chosen = [select.locator(":checked").inner_text() for select in form.get_by_role("combobox").all()]
    assert chosen == [f"{DATES[-1].year}年", f"{DATES[-1].month}月", f"{DATES[-1].day}日"]
    years = form.get_by_label("年").get_by_role("option").all_inner_texts()
    assert years == [f"{year}年" for year in sorted({date.year for date in DATES}, reverse=True)]


def test_a_silent_day_says_so_and_leads_to_those_around_it(page: Page) -> None:
    silent = next(FIRST + dt.timedelta(days=n) for n in range(9) if FIRST + dt.timedelta(days=n) not in DATES)
    page.goto("/archive/")
    for date, before, after in (
        (silent, silent - dt.timedelta(days=1), silent + dt.timedelta(days=1)),
        (dt.date(2010, 2, 28), None, DATES[0]),
        (dt.date(DATES[-1].year, 12, 31), DATES[-1], None),
    ):
        go_to(page, date)
        links = page.get_by_role("status").get_by_role("link")
        wanted = [f"/{day}/" for day in (before, after) if day]
        expect(links).to_have_count(len(wanted))
        expect(links.first).to_have_attribute("href", wanted[0])
        assert [link.get_attribute("href") for link in links.all()] == wanted
        expect(page.get_by_role("status")).to_contain_text("当日休刊")


def test_without_scripts_years_and_months_lead_to_a_day(archive: str, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{archive}/archive/")
    expect(page.get_by_label("年", exact=True)).to_be_hidden()
    page.get_by_role("link", name="2012年").click()
    page.get_by_role("link", name="3月", exact=True).click()
    expect(page.get_by_role("table", name="2012年3月")).to_be_in_viewport()
    context.close()


def test_no_page_grows_with_the_archive() -> None:
    sizes = {
        sheet.file: len(render("archive.html", {"archive": sheet.views["archive"]}).encode())
        for sheet in archive_sheets(DATES, Paper(sitename="报"))
    }
    assert len(sizes) == len({date.year for date in DATES}) + 1
    assert max(sizes.values()) < 60_000
