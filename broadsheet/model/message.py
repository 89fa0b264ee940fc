"""Words for an editor that can be said in another language: a sentence in English that knows the facts in it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Self, Union

Fact = Union[str, int, "Message"]

CATALOGUES = Path(__file__).parents[1] / "locale"
"""The folder of the catalogues that say messages in other languages."""


class Message(str):
    """A sentence: `template` is English with `%(name)s` for each of `facts`. A fact may be a message itself."""

    __slots__ = ("facts", "template")

    facts: Mapping[str, Fact]
    template: str

    def __new__(cls, template: str, facts: Mapping[str, Fact]) -> Self:
        """Return the sentence in English."""
        message = super().__new__(cls, template % facts)
        message.template, message.facts = template, facts
        return message

    def __reduce__(self) -> tuple[type["Message"], tuple[str, Mapping[str, Fact]]]:
        """Return what makes the same message in another process."""
        return type(self), (self.template, self.facts)

    def in_words(self, translate: Callable[[str], str]) -> str:
        """Return the sentence in the language of `translate`, which returns the translation of a template."""
        facts = {
            name: fact.in_words(translate) if isinstance(fact, Message) else fact
            for name, fact in self.facts.items()
        }
        return translate(self.template) % facts


def say(template: str, **facts: Fact) -> Message:
    """Return the message of `template` and `facts`. `inv messages` finds the templates by this name."""
    return Message(template, facts)


def template(words: str) -> str:
    """Return `words`, a template whose facts are known later. `inv messages` finds it by this name."""
    return words
