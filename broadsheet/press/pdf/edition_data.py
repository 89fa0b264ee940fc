"""An edition as data for the templates of print."""

import datetime as dt
from collections.abc import Mapping

import msgspec

from broadsheet.press.epub.files import FRONT, article_file
from broadsheet.press.paper.copyfit import HANZI
from broadsheet.press.paper.settings import Paper
from broadsheet.press.pdf.grid import GRIDS, Grid
from broadsheet.press.pdf.stories import Story, note_story, page_editor, story_of
from broadsheet.press.views.edition import MastheadView, WholeView

_SCRIPTS = {
    "zh-Hans": ("cn", "hans"),
    "zh-Hant": ("tw", "hant"),
}  # region and script of a language, for Typst


class Masthead(msgspec.Struct, frozen=True):
    """What stands at the head of the first leaf."""

    name: str
    tagline: str
    dates: tuple[str, ...]


class PrintedPage(msgspec.Struct, frozen=True):
    """The title of a printed page (第01版 要闻), and its editor, "" when unknown."""

    title: str
    editor: str


class EditionData(msgspec.Struct, frozen=True, kw_only=True):
    """All that the templates show of an edition; `date` are its year, month and day."""

    title: str
    publisher: str
    date: tuple[int, int, int]
    lang: str
    region: str | None
    script: str | None
    hanzi: bool
    grid: Grid
    masthead: Masthead
    pages: tuple[PrintedPage, ...]
    stories: tuple[Story, ...]


def edition_data(whole: WholeView, documents: Mapping[str, bytes], paper: Paper) -> EditionData:
    """Return the data of the edition `whole`, whose EPUB holds `documents` by their names."""
    is_hanzi = paper.words.fit is HANZI
    note = note_story(documents[FRONT])
    articles = tuple(
        story_of(documents[article_file(article.anchor)], article.column.text, page, rank, is_hanzi=is_hanzi)
        for page, printed in enumerate(whole.pages)
        for rank, article in enumerate(printed.articles)
    )
    firsts = (documents[article_file(printed.articles[0].anchor)] for printed in whole.pages)
    date = dt.date.fromisoformat(whole.masthead.iso_date)
    region, script = _SCRIPTS.get(paper.default_lang, (None, None))
    return EditionData(
        title=f"{paper.sitename} {whole.masthead.date}",
        publisher=paper.publisher or paper.sitename,
        date=(date.year, date.month, date.day),
        lang=paper.default_lang.partition("-")[0],
        region=region,
        script=script,
        hanzi=is_hanzi,
        grid=GRIDS[paper.paper_size],
        masthead=_masthead(whole.masthead, paper),
        pages=tuple(
            PrintedPage(printed.page.title, page_editor(first))
            for printed, first in zip(whole.pages, firsts, strict=True)
        ),
        stories=(*((note,) if note else ()), *articles),
    )


def _masthead(view: MastheadView, paper: Paper) -> Masthead:
    dates = (*view.dates, *((view.number,) if view.number else ()), view.page_count)
    return Masthead(paper.sitename, paper.paper_tagline, dates)
