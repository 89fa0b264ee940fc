"""Loading templates: without white space that means nothing, with fixed words translated, with globals in one dictionary."""

import re
from collections.abc import Callable, MutableMapping
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template

_INDENTATION = re.compile(r"^[ \t]+", re.MULTILINE)
# HTML collapses a line break beside a block. One behind </p> stays, since an EPUB sets a dateline and its text in one line.
_BLOCK = (
    "article|aside|body|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hgroup|html"
    "|legend|li|link|main|meta|nav|ol|p|script|section|table|tbody|td|tfoot|th|thead|title|tr|ul"
)
_BESIDE_A_BLOCK = re.compile(rf"((?!</p>)</?(?:{_BLOCK})\b[^<>]*>)\n|\n(?=</?(?:{_BLOCK})\b)")
_UNSEEN_LINE_BREAK = r"\g<1>{#\n#}"  # messages name the lines of templates, so that none may get lost
# {{ _("Listen") }}: words of the interface without variables, the same on every page of a paper.
_FIXED_WORDS = re.compile(r"""\{\{ _\((["'])([^"'{}%\\]+)\1\) \}\}""")


class ThemeLoader(FileSystemLoader):
    """Loads templates from the theme's folders.

    Indentation, and line breaks that HTML collapses, are removed, since readers would load them with every page. `{{ _("…") }}` without variables is translated
    here, once for all pages. Globals become one dictionary: Jinja copies them for each page and import, and copying
    its own chain of dictionaries takes twenty times as long.
    """

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return a template's text with its lines kept, its file, and a function that returns whether it is unchanged."""
        source, file, is_same = super().get_source(environment, template)
        words: Any = environment.globals["_"]
        source = _FIXED_WORDS.sub(lambda fixed: words(fixed[2]).replace("{", "&#123;"), source)
        source = _BESIDE_A_BLOCK.sub(_UNSEEN_LINE_BREAK, _INDENTATION.sub("", source))
        return source, file, is_same

    def load(
        self,
        environment: Environment,
        name: str,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  Jinja's name
    ) -> Template:
        """Return the template `name`."""
        return super().load(environment, name, dict(globals or {}))
