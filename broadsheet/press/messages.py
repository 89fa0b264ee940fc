"""The command `inv messages`: bring message catalogues up to date with the code and the templates.

New messages are added, unused ones removed. Messages are written in English, so the English catalogue needs no
translator.
"""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

from babel.messages import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po

from broadsheet.model.message import CATALOGUES
from broadsheet.press.paper.conf import PREVIEW_SETTINGS, settings_of
from broadsheet.press.paper.locales import locale_of
from broadsheet.press.paper.message_catalogues import OUR_WORDS, THEME_WORDS

_SOURCE = "en"
_OF_EDITORS = {"say": None, "template": None}
_COMMENT = "Translators:"
_WIDTH = 110
# The header holds nothing that changes with the time or with Babel's version.
_HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""


class MessageSource(NamedTuple):
    """A folder of source files with messages, and the folder of their catalogues.

    `method` is a pattern of files and Babel's extraction method for them, `options` are that method's, `keywords` are the
    names of the functions that a message is given to, as Babel's own are.
    """

    folder: Path
    method: tuple[str, str]
    options: Mapping[str, Any]
    catalogues: Path
    keywords: Mapping[str, Any] = DEFAULT_KEYWORDS


def message_sources(theme: Path) -> tuple[MessageSource, ...]:
    """Return the sources of messages: the press, the templates in the folder `theme`, and what editors are told."""
    return (
        MessageSource(OUR_WORDS.parent, ("**.py", "python"), {}, OUR_WORDS),
        MessageSource(theme, ("**html", "jinja2"), {"silent": "false"}, theme / THEME_WORDS),
        MessageSource(CATALOGUES.parent, ("**.py", "python"), {}, CATALOGUES, _OF_EDITORS),
    )


def update_catalogues() -> int:
    """Bring every catalogue up to date and print what is left to translate; return 1 if anything is, else 0."""
    theme = Path(settings_of(PREVIEW_SETTINGS)["THEME"])
    waiting = 0
    for source in message_sources(theme):
        for file, data in updated(source):
            file.write_bytes(data)
            for message in untranslated(data):
                print(f"{file}: to translate: {message.id}")
                waiting += 1
    return 1 if waiting else 0


def updated(source: MessageSource) -> Iterator[tuple[Path, bytes]]:
    """Yield the path of each catalogue of `source` and its updated bytes."""
    messages = _messages(source)
    for file in sorted(source.catalogues.glob("*.po")):
        with file.open("rb") as lines:
            catalogue = read_po(lines, locale=str(locale_of(file.stem)), abort_invalid=True)
        catalogue.update(deepcopy(messages), no_fuzzy_matching=True, update_creation_date=False)
        catalogue.obsolete.clear()
        if file.stem == _SOURCE:
            _fill_in_english(catalogue)
        yield file, _written(catalogue, file.stem)


def untranslated(data: bytes) -> list[Message]:
    """Return the messages without a translation, or with a fuzzy one, in the catalogue `data` (bytes of a .po file)."""
    messages = (message for message in read_po(BytesIO(data)) if message.id)
    return [message for message in messages if message.fuzzy or not _is_whole(message)]


def _is_whole(message: Message) -> bool:
    return all(message.string) if isinstance(message.string, (tuple, list)) else bool(message.string)


def _messages(source: MessageSource) -> Catalog:
    catalogue = Catalog()
    found = extract_from_dir(
        source.folder,
        method_map=[source.method],
        options_map={source.method[0]: dict(source.options)},
        keywords=source.keywords,
        comment_tags=(_COMMENT,),
        strip_comment_tags=True,
    )
    for file, _, message, comments, context in found:
        catalogue.add(message, locations=[(file, 0)], auto_comments=comments, context=context)
    return catalogue


def _fill_in_english(catalogue: Catalog) -> None:
    for message in catalogue:
        if message.id and not _is_whole(message):
            message.string = message.id


def _written(catalogue: Catalog, language: str) -> bytes:
    data = BytesIO()
    header = _HEADER.format(language=language.replace("-", "_"), plurals=catalogue.plural_forms)
    data.write(header.encode())
    write_po(data, catalogue, width=_WIDTH, omit_header=True, sort_output=True, include_lineno=False)
    return data.getvalue().rstrip(b"\n") + b"\n"
