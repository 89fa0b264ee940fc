"""The views of page maps: where the articles of a printed page stand on it."""

from collections.abc import Mapping

from broadsheet.model.page_map import Area, Box
from broadsheet.press.copy.page_maps import SetPageMap
from broadsheet.press.edition.article_cards import headline_label
from broadsheet.press.paper.settings import Paper
from broadsheet.press.views.article import CardView
from broadsheet.press.views.edition import AreaView, BoxView, DownloadView, PageMapView, PrintPageView

_PDF = "application/pdf"


def page_map_view(made: SetPageMap, cards: Mapping[int, CardView], paper: Paper) -> PageMapView:
    """Return the view of a page map; `cards` are those of the page's articles by their number.

    An area of an article that readers may not see is left out.
    """
    page_map = made.page_map
    return PageMapView(
        height=_number(100 * page_map.height / page_map.width),
        areas=tuple(
            _area(area, cards[area.article], paper) for area in page_map.areas if area.article in cards
        ),
        photo=made.photo,
        download=_download(made, paper) if made.pdf else None,
    )


def area_href(page: PrintPageView, card: CardView) -> str:
    """Return the link of the article of `card` to its place on its printed page, or "" where that is unknown."""
    areas = page.map.areas if page.map else ()
    return next((f"{page.href}#{area.anchor}" for area in areas if area.href == card.href), "")


def _area(area: Area, card: CardView, paper: Paper) -> AreaView:
    return AreaView(
        anchor=f"area-{area.article:02d}",
        title=headline_label(card.headlines, paper),
        href=card.href,
        boxes=tuple(map(_box, area.boxes)),
    )


def _box(box: Box) -> BoxView:
    return BoxView(
        x=_share(box.left),
        y=_share(box.top),
        width=_share(box.right - box.left),
        height=_share(box.bottom - box.top),
    )


def _download(made: SetPageMap, paper: Paper) -> DownloadView:
    size = paper.words.file_size(made.pdf_size)
    return DownloadView(form="PDF", media_type=_PDF, size=size, href=paper.links.at(made.pdf))


def _share(fraction: float) -> str:
    return f"{_number(100 * fraction)}%"


def _number(number: float) -> str:
    """Return a number with at most two decimals: a hundredth of a hundredth of a page is less than a pixel."""
    return f"{number:.2f}".rstrip("0").rstrip(".")
