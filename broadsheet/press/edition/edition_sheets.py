"""The sheets of an edition's front and printed pages, and of the site's front page."""

import datetime as dt
from collections.abc import Iterator

import msgspec

from broadsheet.press.edition.article_cards import card, headline_label, teasers
from broadsheet.press.edition.edition_data import edition_data, front_page_data, print_page_data
from broadsheet.press.edition.page_maps import page_map_view
from broadsheet.press.edition.shard import MadeUpPage, Shard
from broadsheet.press.edition.whole_edition import WHOLE
from broadsheet.press.paper.links import page_file
from broadsheet.press.paper.settings import Paper
from broadsheet.press.sheets.sheet import Sheet, head
from broadsheet.press.views.edition import EditionView, MastheadView, PrintPageView
from broadsheet.press.views.site import Link


def edition_view(shard: Shard, paper: Paper) -> EditionView:
    """Return the view of an edition with all its printed pages."""
    return EditionView(
        masthead=_masthead(shard, paper),
        editors_note=shard.set_edition.editors_note,
        pages=tuple(_print_page(page, shard, paper) for page in shard.pages),
        whole_href=paper.links.page(*shard.address.parts, WHOLE),
        downloads=(),
        **_neighbours(shard.previous, shard.next, paper),
    )


def between(
    view: EditionView, previous: dt.date | None, following: dt.date | None, paper: Paper
) -> EditionView:
    """Return `view` with links to other neighbours, the dates of editions; None at the ends of the archive."""
    return msgspec.structs.replace(view, **_neighbours(previous, following, paper))


def _neighbours(previous: dt.date | None, following: dt.date | None, paper: Paper) -> dict[str, Link]:
    return {
        "previous": _date_link(previous, paper.words.oldest_edition, paper),
        "next": _date_link(following, paper.words.newest_edition, paper),
    }


def front_page_sheet(view: EditionView, paper: Paper) -> Sheet:
    """Return the sheet of the site's front page, which shows the newest edition, `view`."""
    title = f"{paper.sitename} - {paper.paper_tagline}" if paper.paper_tagline else paper.sitename
    return Sheet(
        file=page_file(),
        template="index",
        head=head(
            title,
            description=paper.paper_tagline,
            canonical=paper.links.absolute(paper.links.page()),
            data=front_page_data(view, paper),
        ),
        views={"edition": view},
    )


def edition_sheet(view: EditionView, paper: Paper) -> Sheet:
    """Return the sheet of the edition's front, the only one of its pages that links to its neighbours."""
    return Sheet(
        file=page_file(view.masthead.iso_date),
        template="edition",
        head=head(
            f"{view.masthead.date} - {paper.sitename}",
            description=f"{paper.sitename} {view.masthead.date} {view.masthead.page_count}",
            canonical=paper.links.absolute(view.masthead.href),
            data=edition_data(view, paper),
        ),
        views={"edition": view},
    )


def page_sheets(view: EditionView, paper: Paper) -> Iterator[Sheet]:
    """Yield the sheets of the edition's printed pages."""
    links = [Link(text=page.title, href=page.href) for page in view.pages]
    first, last = Link(text=paper.words.first_page, href=""), Link(text=paper.words.last_page, href="")
    neighbours = zip((first, *links), links, (*links[1:], last), strict=False)
    for page, (before, link, after) in zip(view.pages, neighbours, strict=True):
        yield Sheet(
            file=page_file(view.masthead.iso_date, page.number),
            template="print_page",
            head=head(
                f"{link.text} {view.masthead.date} - {paper.sitename}",
                description=paper.words.in_a_row(
                    [headline_label(card.headlines, paper) for card in page.cards]
                ),
                canonical=paper.links.absolute(link.href),
                data=print_page_data(view, page, paper),
            ),
            views={
                "masthead": view.masthead,
                "pages": view.pages,
                "page": page,
                "previous": before,
                "next": after,
            },
        )


def _print_page(page: MadeUpPage, shard: Shard, paper: Paper) -> PrintPageView:
    address, words = page.address, paper.words
    folio = Link(text=words.page_name(address.page, page.name), href=paper.links.page(*address.parts))
    cards = {galley.address.order: card(galley, page, folio, paper) for galley in page.galleys}
    return PrintPageView(
        number=address.parts[-1],
        label=words.page_label(address.page),
        name=page.name,
        title=folio.text,
        page_editor=page.page_editor,
        href=folio.href,
        cards=tuple(cards.values()),
        teasers=tuple(view for galley in page.galleys for view in teasers(galley, shard, paper)),
        map=page_map_view(page.page_map, cards, paper) if page.page_map else None,
    )


def _masthead(shard: Shard, paper: Paper) -> MastheadView:
    date, words = shard.address.date, paper.words
    return MastheadView(
        date=words.long_date(date),
        iso_date=date.isoformat(),
        full_date=words.full_date(date),
        dates=words.masthead_dates(date),
        running_number=shard.set_edition.edition.facts.number,
        number=words.edition_number(shard.set_edition.edition.facts.number),
        page_count=words.page_count(len(shard.pages)),
        href=paper.links.page(*shard.address.parts),
        release=words.date_and_time(release) if (release := shard.set_edition.release) else "",
    )


def _date_link(date: dt.date | None, at_the_end: str, paper: Paper) -> Link:
    if date is None:
        return Link(text=at_the_end, href="")
    return Link(text=paper.words.long_date(date), href=paper.links.page(date.isoformat()))
