"""Message catalogues: the words that readers see, in each language, as gettext's .po files.

There is one file for each language in two folders: the press's `locale/`, and `locale/` of the theme. Compiled
catalogues (.mo) are not committed; the almanac caches them.
"""

from collections.abc import Callable, Iterator
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
"""The folder of a theme's catalogues, relative to the theme."""


class Catalogue(GNUTranslations):
    """A message catalogue that names its messages."""

    _catalog: dict[str | tuple[str, int], str]

    def messages(self) -> Iterator[str]:
        """Yield the messages without a number, as they are written; those with a context begin with it."""
        return (known for known in self._catalog if isinstance(known, str) and known)


def translations(folder: Path, language: Language) -> NullTranslations:
    """Return the catalogue of a language in `folder`. Raises PressError where the folder has none.

    Where the folder is missing, messages stay as they are written: a theme in one language needs no catalogue.
    """
    if not folder.is_dir():
        return NullTranslations()
    file = folder / f"{language.name}.po"
    if not file.is_file():
        known = ", ".join(sorted(file.stem for file in folder.glob("*.po")))
        raise no_words(f"{folder} has no words of {language.english_name}; it has {known}")
    return Catalogue(BytesIO(compiled_words(read_utf8(file).encode())))


def same_messages(folder: Path, language: Language, other: Language) -> Iterator[tuple[str, str]]:
    """Yield each message of the catalogues in `folder` in a language and in another one, without those with variables."""
    catalogue, others = translations(folder, language), translations(folder, other)
    for known in catalogue.messages() if isinstance(catalogue, Catalogue) else ():
        text, same = catalogue.gettext(known), others.gettext(known)
        if "%" not in text:
            yield text, same


def install(environment: Environment, theme: Path, tag: str) -> None:
    """Give the templates in `environment` the functions `_`, `ngettext` and `pgettext` for the language `tag`.

    Raises PressError where `theme` has catalogues, but none for this language.
    """
    words = translations(theme / THEME_WORDS, language_of(tag))
    environment.globals.update(
        _=_spoken(words.gettext), ngettext=_counted(words), pgettext=_spoken(words.pgettext)
    )


def _spoken(words: Callable[..., str]) -> Callable[..., Markup]:
    """Return `words`, which looks up a message, with variables filled in; messages without variables are cached.

    A page has some thirty messages.
    """

    @cache
    def fixed(*message: str) -> Markup:
        return Markup(words(*message)) % {}  # noqa: S704  the catalogue is the theme's own

    def say(*message: str, **variables: object) -> Markup:
        return Markup(words(*message)) % variables if variables else fixed(*message)  # noqa: S704  the same

    return say


def _counted(words: NullTranslations) -> Callable[..., Markup]:
    """Return `ngettext` of a catalogue with variables filled in; messages without further variables are cached."""

    @cache
    def fixed(one: str, many: str, number: int) -> Markup:
        return Markup(words.ngettext(one, many, number)) % {"num": number}  # noqa: S704  the same

    def say(one: str, many: str, number: int, **variables: object) -> Markup:
        if not variables:
            return fixed(one, many, number)
        return Markup(words.ngettext(one, many, number)) % {"num": number, **variables}  # noqa: S704  the same

    return say
