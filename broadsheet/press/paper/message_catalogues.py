"""Message catalogues: what is said to readers, in each language, as gettext's .po files.

Two folders hold them, one file a language: `locale/` here for the press, and the theme's own, so that a theme brings
its words along. Nothing compiled is committed.
"""

from collections.abc import Callable
from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from broadsheet.manuscript.files import read_utf8
from broadsheet.press.paper.almanac import compiled_words, language_of
from broadsheet.press.paper.language import Language, no_words

OUR_WORDS = Path(__file__).parents[1] / "locale"
THEME_WORDS = "locale"
"""The folder of a theme's catalogues, beside its templates."""


def translations(folder: Path, language: Language) -> NullTranslations:
    """Return the catalogue of a language in `folder`. Raises PressError where there is none.

    A folder that does not exist leaves words as they are written: a theme of one language needs no catalogue.
    """
    if not folder.is_dir():
        return NullTranslations()
    file = folder / f"{language.name}.po"
    if not file.is_file():
        known = ", ".join(sorted(file.stem for file in folder.glob("*.po")))
        raise no_words(f"{folder} has no words of {language.english_name}; it has {known}")
    return GNUTranslations(BytesIO(compiled_words(read_utf8(file).encode())))


def install(environment: Environment, theme: Path, tag: str) -> None:
    """Have the templates of `theme` speak the language `tag`. Raises PressError where the theme does not know it."""
    words = translations(theme / THEME_WORDS, language_of(tag))
    environment.globals.update(
        _=_spoken(words.gettext), ngettext=_counted(words), pgettext=_spoken(words.pgettext)
    )


def _spoken(words: Callable[..., str]) -> Callable[..., Markup]:
    """Return what says a message with its variables, and looks up one without them once: a page says some thirty."""

    @cache
    def fixed(*message: str) -> Markup:
        return Markup(words(*message)) % {}  # noqa: S704  the catalogue is the theme's own

    def say(*message: str, **variables: object) -> Markup:
        return Markup(words(*message)) % variables if variables else fixed(*message)  # noqa: S704  the same

    return say


def _counted(words: NullTranslations) -> Callable[..., Markup]:
    """Return `ngettext`, which says how many there are of a thing, and looks up each number without variables once."""

    @cache
    def fixed(one: str, many: str, number: int) -> Markup:
        return Markup(words.ngettext(one, many, number)) % {"num": number}  # noqa: S704  the same

    def say(one: str, many: str, number: int, **variables: object) -> Markup:
        if not variables:
            return fixed(one, many, number)
        return Markup(words.ngettext(one, many, number)) % {"num": number, **variables}  # noqa: S704  the same

    return say
