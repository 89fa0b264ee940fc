"""`content/conversions.yaml`: names and words that no rule converts rightly from one script of Chinese to the other."""

from collections.abc import Iterator
from pathlib import Path

from broadsheet.manuscript.fields import load_mapping
from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.located import Located
from broadsheet.manuscript.unseen import check_characters, check_fields
from broadsheet.model.conversions_file import CONVERSIONS_FILE
from broadsheet.model.errors import ManuscriptError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.limits import LIMITS
from broadsheet.model.message import say


def read_conversions(content: Path) -> dict[str, str]:
    """Return the words in the folder `content`'s file, each with what stands for it in the other script.

    Without that file there are none. Raises ManuscriptError with the place of each value that is not one text.
    """
    path = content / CONVERSIONS_FILE
    if not path.exists():
        return {}
    text, shown = read_utf8(path, LIMITS.edition), str(path)
    check_characters(text, shown)
    located = load_mapping(text, shown)
    check_fields(located, shown)
    raise_if_any(ManuscriptError, _mistakes(located, shown))
    return {name: str(other) for name, other in located.value.items()}


def _mistakes(located: Located, path: str) -> Iterator[Finding]:
    for name, other in located.value.items():
        if not (name and other and isinstance(other, str)):
            message = say("“%(name)s” has no text that stands for it in the other script", name=name)
            hint = say("write a line for each name, as printed and as it stands there: `范文澜: 范文瀾`")
            yield Finding("bad-value", path, message, hint, *located.places[name,])
