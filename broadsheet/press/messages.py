"""Message catalogues follow what templates and the press say: new messages come in, and those nobody says go out.

English is what the messages are written in, so its catalogue fills itself; a person translates the others.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from broadsheet.press.paper.conf import PREVIEW_SETTINGS, settings_of
from broadsheet.press.paper.locales import locale_of
from broadsheet.press.paper.message_catalogues import OUR_WORDS, THEME_WORDS

_SOURCE = "en"
_MARK = "Translators:"
_WIDTH = 110
# The header has nothing that the clock or another release of Babel would change.
_HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


class Speaker(NamedTuple):
    """A folder of sources whose messages are in a folder of catalogues; `method` is Babel's for such sources."""

    sources: Path
    method: tuple[str, str]
    options: Mapping[str, Any]
    catalogues: Path


def speakers(theme: Path) -> tuple[Speaker, ...]:
    """Return everything that speaks to readers: the press, and the templates of `theme`."""
    return (
        Speaker(OUR_WORDS.parent, ("**.py", "python"), {}, OUR_WORDS),
        Speaker(theme, ("**.html", "jinja2"), {"silent": "false"}, theme / THEME_WORDS),
    )


def update_catalogues() -> int:
    """Bring every catalogue up to date and say what is left to translate; return 0, or 1 while something is."""
    theme = Path(settings_of(PREVIEW_SETTINGS)["THEME"])
    waiting = 0
    for speaker in speakers(theme):
        for file, data in updated(speaker):
            file.write_bytes(data)
            for message in untranslated(data):
                print(f"{file}: to translate: {message.id}")
                waiting += 1
    return 1 if waiting else 0


def updated(speaker: Speaker) -> Iterator[tuple[Path, bytes]]:
    """Yield each catalogue of `speaker` with its bytes as they should be."""
    said = _said(speaker)
    for file in sorted(speaker.catalogues.glob("*.po")):
        with file.open("rb") as lines:
            catalogue = read_po(lines, locale=str(locale_of(file.stem)), abort_invalid=True)
        catalogue.update(deepcopy(said), no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        if file.stem == _SOURCE:
            _speak_as_written(catalogue)
        yield file, _written(catalogue, file.stem)


def untranslated(data: bytes) -> list[Message]:
    """Return the messages of a catalogue that have no words yet, or that only might have the right ones."""
    messages = (message for message in read_po(BytesIO(data)) if message.id)
    return [message for message in messages if message.fuzzy or not _is_whole(message)]


def _is_whole(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, (tuple, list)) else bool(message.string)


def _said(speaker: Speaker) -> Catalog:
    catalogue = Catalog()
    found = extract_from_dir(
        speaker.sources,
        method_map=[speaker.method],
        options_map={speaker.method[0]: dict(speaker.options)},
        keywords=DEFAULT_KEYWORDS,
        comment_tags=(_MARK,),
        strip_comment_tags=True,
    )
    for file, _, message, comments, context in found:
        catalogue.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    return catalogue


def _speak_as_written(catalogue: Catalog) -> None:
    for message in catalogue:
        if message.id and not _is_whole(message):
            message.string = message.id


def _written(catalogue: Catalog, language: str) -> bytes:
    data = BytesIO()
    header = _HEADER.format(language=language.replace("-", "_"), plurals=catalogue.plural_forms)
    data.write(header.encode())
    write_po(data, catalogue, width=_WIDTH, omit_header=True, sort_output=True, include_lineno=False)
    return data.getvalue().rstrip(b"\n") + b"\n"
