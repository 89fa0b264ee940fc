"""Dates, languages and catalogues computed with Babel, from Unicode's CLDR. Only the almanac calls this, and caches it."""

import datetime as dt
from calendar import monthrange
from io import BytesIO

from babel import Locale
from babel.core import UnknownLocaleError, get_global
from babel.dates import format_date, format_skeleton, get_day_names
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from broadsheet.press.paper.language import Language, Month, no_words
from broadsheet.press.paper.lunar import lunar_date


def language(tag: str) -> Language:
    """Return the language of a tag (RFC 5646). Raises PressError for an unknown one."""
    locale = locale_of(tag)
    short, long = get_day_names("narrow", context="stand-alone", locale=locale), get_day_names(locale=locale)
    return Language(
        name=f"{locale.language}-{locale.script}" if locale.script else str(locale.language),
        code=locale.language,
        english_name=locale.english_name or tag,
        locale=f"{locale.language}_{locale.territory or _home(locale)}",
        months=tuple(format_skeleton("MMM", dt.date(2024, n, 1), locale=locale) for n in range(1, 13)),
        weekdays=tuple((short[n], long[n]) for n in range(7)),
    )


def month(tag: str, folio_form: str, year: int, number: int) -> Month:
    """Return a month and its days in words; `almanac.month_of` describes the arguments."""
    locale = locale_of(tag)
    dates = [dt.date(year, number, day + 1) for day in range(monthrange(year, number)[1])]
    return Month(
        title=format_skeleton("yMMMM", dates[0], locale=locale),
        year=format_skeleton("y", dates[0], locale=locale),
        long_dates=tuple(format_date(date, "long", locale) for date in dates),
        folio_dates=tuple(format_date(date, folio_form, locale) for date in dates),
        lunar_dates=tuple(map(lunar_date, dates)) if locale.language == "zh" else (),
    )


def compiled(catalogue: bytes) -> bytes:
    """Return the bytes of a .po file as those of a .mo file."""
    data = BytesIO()
    write_mo(data, read_po(BytesIO(catalogue), abort_invalid=True))
    return data.getvalue()


def locale_of(tag: str) -> Locale:
    """Return Babel's locale of a language tag, with its likely script: zh → zh_Hans, zh-TW → zh_Hant.

    Raises PressError for an unknown tag.
    """
    try:
        likely = get_global("likely_subtags").get(tag)
        return Locale.parse(likely) if likely else Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise no_words(f"there is no language {tag!r}") from error


def _home(locale: Locale) -> str:
    """Return the territory with most readers of a language, by CLDR: CN for zh_Hans, US for en."""
    likely = get_global("likely_subtags")
    return str(Locale.parse(likely.get(str(locale)) or likely[locale.language]).territory)
