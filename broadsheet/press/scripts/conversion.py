"""A paper's pages in its other script: their files, their addresses, the links between both, and their HTML."""

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import msgspec

from broadsheet.manuscript.records.conversions_file import read_conversions
from broadsheet.press.paper.almanac import language_of
from broadsheet.press.paper.links import Links
from broadsheet.press.paper.message_catalogues import OUR_WORDS, THEME_WORDS, same_messages
from broadsheet.press.paper.scripts import OtherScript
from broadsheet.press.paper.settings import Paper
from broadsheet.press.paper.words import words_in
from broadsheet.press.scripts.pages import PageConverter
from broadsheet.press.scripts.texts import TextConverter
from broadsheet.press.views.site import HeadView, PaperView, ScriptsView, ScriptView

_INDEX = "index.html"


class Conversion:
    """Makes the pages of `paper` in the other script, `script`; `texts` converts their texts."""

    def __init__(self, paper: Paper, script: OtherScript, texts: TextConverter) -> None:
        self._paper = paper
        self._script = script
        self.page = PageConverter(texts.converted, _leading_into(script.folder, paper.links)).page
        self.language = script.language

    def paper_view(self, view: PaperView) -> PaperView:
        """Return the paper in the context of converted pages."""
        words = words_in(self._script.language)
        return msgspec.structs.replace(
            view, lang=self._script.language, locale=words.locale, lettering=words.lettering
        )

    def head(self, head: HeadView) -> HeadView:
        """Return <head> of a converted page, without the data for machines: they describe the page as printed."""
        return msgspec.structs.replace(head, data="")

    def scripts(self, file: str, *, converted: bool) -> ScriptsView | None:
        """Return the links to both versions of the page `file` below output/, or None for one without an address (404)."""
        if not has_address(file):
            return None
        own = self._version(self._paper.default_lang, file, is_shown=not converted)
        other = self._version(self._script.language, self.file(file), is_shown=converted)
        return ScriptsView(converted=converted, versions=(own, other))

    def _version(self, language: str, file: str, *, is_shown: bool) -> ScriptView:
        href = self._paper.links.at(file.removesuffix(_INDEX))
        return ScriptView(
            language=language,
            name=words_in(language).script_names[language_of(language).name],
            href=href,
            address=self._paper.links.full(href),
            is_shown=is_shown,
        )

    def file(self, file: str) -> str:
        """Return the path below output/ of the converted page of `file`."""
        return converted_file(file, self._script)


def conversion_of(paper: Paper, content: Path, theme: Path) -> Conversion | None:
    """Return the conversion that SCRIPTS asks for, or None. Raises ManuscriptError for a mistake in the file of names."""
    script = paper.other_script
    if script is None:
        return None
    own, other = language_of(paper.default_lang), language_of(script.language)
    folders = (OUR_WORDS, theme / THEME_WORDS)
    said = {text: same for folder in folders for text, same in same_messages(folder, own, other)}
    return Conversion(paper, script, TextConverter(script, read_conversions(content), said))


def has_address(file: str) -> bool:
    """Whether `file`, a path below output/, is a page at an address of its own, and so has a version in each script."""
    return file == _INDEX or file.endswith(f"/{_INDEX}")


def converted_file(file: str, script: OtherScript) -> str:
    """Return the path below output/ of the page `file` in another script."""
    return f"{script.folder}/{file}"


def with_converted(files: Iterable[str], paper: Paper) -> Iterator[str]:
    """Yield `files`, paths of pages below output/, and those of their versions in the paper's other script."""
    script = paper.other_script
    for file in files:
        yield file
        if script and has_address(file):
            yield converted_file(file, script)


def _leading_into(folder: str, links: Links) -> Callable[[str], str]:
    """Return a function that makes a tag's link to a page of the site one to the same page below `folder`.

    A page's address ends with a slash; pictures, feeds and files of the theme are the same in both scripts. A link with
    `hreflang` says which script it leads to, and stays.
    """
    origin, start = re.escape(links.origin), re.escape(f"{links.prefix}/")
    places = rf'\shref="(?:{origin})?|\scontent="0; url=' + (rf'|\scontent="{origin}' if origin else "")
    page = re.compile(rf'((?:{places}){start})(?!/|{re.escape(folder)}/)(?=(?:[^"?#]*/)?["?#])')

    def led(tag: str) -> str:
        return tag if "hreflang=" in tag else page.sub(rf"\g<1>{folder}/", tag)

    return led
