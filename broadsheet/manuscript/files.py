"""Reading committed text: UTF-8, with an error that names the byte where it is not."""

from pathlib import Path

from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding


def read_utf8(path: Path) -> str:
    """Return the text of `path` with Unix line ends and without a byte order mark. Raises ManuscriptError."""
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"this cannot be read: {error.strerror}"
        hint = "put the file there, or take out what stands in its place"
        raise ManuscriptError(
            Finding(code="unreadable", path=str(path), message=message, hint=hint)
        ) from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ManuscriptError(
            Finding(
                code="not-utf-8",
                path=str(path),
                line=line,
                message=f"byte {error.start} is not UTF-8",
                hint="save the file as UTF-8",
            )
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
