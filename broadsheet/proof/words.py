"""Findings in the paper's language, from the message catalogues in `broadsheet/locale`."""

from collections.abc import Callable

from broadsheet.model.finding import Finding
from broadsheet.model.message import CATALOGUES, Message

Say = Callable[[str], str]


def words_in(language: str) -> Say:
    """Return what says a message in a language (BCP 47); in one without a catalogue, it says it in English."""
    translations = _translations(language)

    def translate(template: str) -> str:
        return translations.get(template) or template

    return lambda message: message.in_words(translate) if isinstance(message, Message) else message


def in_words(finding: Finding, words: Say) -> Finding:
    """Return `finding` with its sentences said by `words`."""
    return finding._replace(message=words(finding.message), hint=words(finding.hint))


def _translations(language: str) -> dict[str, str]:
    tags = language.split("-")
    names = ("-".join(tags[:count]) for count in range(len(tags), 0, -1))
    path = next((file for name in names if (file := CATALOGUES / f"{name}.po").is_file()), None)
    if path is None or path.stem == "en":
        return {}
    from babel.messages.pofile import read_po  # noqa: PLC0415  lazy: most runs find nothing, or speak English

    with path.open("rb") as lines:
        return {str(message.id): str(message.string) for message in read_po(lines) if message.id}
