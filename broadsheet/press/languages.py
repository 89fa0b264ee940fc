"""Message catalogues: what is said to readers, in each language, as gettext's .po files.

Two folders hold them, one file a language: `locale/` here for the press, and the theme's own, so that a theme brings
its words along. They are read as they are committed: nothing is compiled, and nothing compiled can be stale.
"""

from collections.abc import Callable
from functools import cache
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.core import UnknownLocaleError, get_global
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from jinja2 import Environment
from markupsafe import Markup

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding

OUR_WORDS = Path(__file__).with_name("locale")
THEME_WORDS = "locale"
"""The folder of a theme's catalogues, beside its templates."""


def locale_of(tag: str) -> Locale:
    """Return Babel's locale of a language tag, with its script: zh is zh-Hans, zh-TW is zh-Hant. Raises PressError."""
    try:
        likely = get_global("likely_subtags").get(tag)
        return Locale.parse(likely) if likely else Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError) as error:
        raise _no_words(f"there is no language {tag!r}") from error


def nearest(locale: Locale) -> str:
    """Return what the catalogue for `locale` is called: zh-Hans, zh-Hant, en."""
    return f"{locale.language}-{locale.script}" if locale.script else str(locale.language)


def locale_with_territory(locale: Locale) -> str:
    """Return a language with where it is read, as Open Graph writes it: zh_CN, zh_TW, en_US."""
    likely = get_global("likely_subtags")
    home = Locale.parse(likely.get(str(locale)) or likely[locale.language])
    return f"{locale.language}_{locale.territory or home.territory}"


def translations(folder: Path, locale: Locale) -> NullTranslations:
    """Return the catalogue of a language in `folder`. Raises PressError where there is none.

    A folder that does not exist leaves words as they are written: a theme of one language needs no catalogue.
    """
    if not folder.is_dir():
        return NullTranslations()
    file = folder / f"{nearest(locale)}.po"
    if not file.is_file():
        known = ", ".join(sorted(file.stem for file in folder.glob("*.po")))
        raise _no_words(f"{folder} has no words of {locale.english_name}; it has {known}")
    return _read(file)


def install(environment: Environment, theme: Path, tag: str) -> None:
    """Have the templates of `theme` speak the language `tag`. Raises PressError where the theme does not know it."""
    words = translations(theme / THEME_WORDS, locale_of(tag))
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_translations(words, newstyle=True)  # type: ignore[attr-defined]  # the extension's
    environment.globals["_"] = _spoken(words)
    environment.globals["ngettext"] = _counted(words)


def _spoken(words: NullTranslations) -> Callable[..., Markup]:
    """Return `_`, which does as the extension's own and looks each message up once: a page says some thirty."""

    @cache
    def fixed(message: str) -> Markup:
        return Markup(words.gettext(message)) % {}  # noqa: S704  the catalogue is the theme's own

    def say(message: str, **variables: object) -> Markup:
        return Markup(words.gettext(message)) % variables if variables else fixed(message)  # noqa: S704  the same

    return say


def _counted(words: NullTranslations) -> Callable[..., Markup]:
    """Return `ngettext`, which does as the extension's own and looks each number of a thing up once."""

    @cache
    def fixed(one: str, many: str, number: int) -> Markup:
        return Markup(words.ngettext(one, many, number)) % {"num": number}  # noqa: S704  the same

    def say(one: str, many: str, number: int, **variables: object) -> Markup:
        if not variables:
            return fixed(one, many, number)
        return Markup(words.ngettext(one, many, number)) % {"num": number, **variables}  # noqa: S704  the same

    return say


def _read(file: Path) -> Translations:
    compiled = BytesIO()
    with file.open("rb") as lines:
        write_mo(compiled, read_po(lines, abort_invalid=True))
    compiled.seek(0)
    return Translations(compiled)


def _no_words(message: str) -> PressError:
    return PressError(
        Finding(
            code="bad-setting",
            path="pelicanconf.py",
            message=f"DEFAULT_LANG: {message}",
            hint="CONTRIBUTING.md says how to add a language",
        )
    )
