"""Reading committed text: UTF-8, with an error that names the byte where it is not."""

from pathlib import Path
from stat import S_ISREG

from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.model.limits import MOST_BYTES, too_large
from broadsheet.model.message import say

_BYTE_ORDER_MARK = "\ufeff"


def read_utf8(path: Path, most_bytes: int = MOST_BYTES) -> str:
    """Return the text of `path` with Unix line ends and without a byte order mark.

    Raises ManuscriptError. Nothing is read of what has more than `most_bytes` or is no file.
    """
    try:
        _check_size(path, most_bytes)
        with path.open("rb", buffering=0) as file:  # it is read in one go
            data = file.readall()
    except OSError as error:
        message = say("this cannot be read: %(reason)s", reason=str(error.strerror))
        hint = say("put the file there, or take out what stands in its place")
        raise ManuscriptError(Finding("unreadable", str(path), message, hint)) from error
    try:
        text = data.decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix(_BYTE_ORDER_MARK)
        line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = say("byte %(number)s is not UTF-8", number=error.start)
        hint = say("save the file as UTF-8")
        raise ManuscriptError(Finding("not-utf-8", str(path), message, hint, line, column)) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _check_size(path: Path, most_bytes: int) -> None:
    stat = path.stat()
    if not S_ISREG(stat.st_mode):
        hint = say("put the file itself there, or take this out")
        raise ManuscriptError(Finding("unreadable", str(path), say("this is no file"), hint))
    if stat.st_size > most_bytes:
        raise ManuscriptError(too_large(path, stat.st_size, most_bytes))
