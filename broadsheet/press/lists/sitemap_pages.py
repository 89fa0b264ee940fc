"""The sitemaps that changed editions change, made from the build cache, so that no other edition is read."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from broadsheet.press.edition.records import unpacked_edition
from broadsheet.press.feeds.sitemaps import (
    INDEX_FILE,
    LISTS_FILE,
    NEWS_FILE,
    list_urls,
    month_file,
    news_dates,
    news_sitemap,
    sitemap_index,
    url_set,
)
from broadsheet.press.paper.settings import Paper
from broadsheet.press.plan.cache.build_cache import BuildCache


def stale_sitemaps(
    dates: Sequence[str], touched: Iterable[str], hrefs: Iterable[str], build_cache: BuildCache, paper: Paper
) -> Iterator[tuple[str, bytes]]:
    """Yield path below output/ and bytes of the sitemaps of `touched` editions' months, and of those of no month.

    `dates` are all editions', oldest first; `hrefs` are the links of the pages that belong to no month.
    """
    for month in sorted(_months(touched) & _months(dates)):
        yield month_file(month), url_set(b"".join(build_cache.sitemaps(month)))
    yield LISTS_FILE, url_set(list_urls(hrefs, dt.date.fromisoformat(dates[-1]), paper))
    news = (unpacked_edition(build_cache.part(date, "record")) for date in news_dates(dates))
    yield NEWS_FILE, news_sitemap(news, paper)
    yield INDEX_FILE, sitemap_index(dates, paper)


def all_sitemap_files(dates: Iterable[str]) -> Iterator[str]:
    """Yield the files of all sitemaps, changed or not: paths below output/."""
    yield from (LISTS_FILE, NEWS_FILE, INDEX_FILE)
    yield from map(month_file, _months(dates))


def _months(dates: Iterable[str]) -> set[str]:
    return {date[:7] for date in dates}
