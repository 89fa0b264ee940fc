"""Reading committed text: UTF-8, with an error that names the byte where it is not."""

from pathlib import Path

from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding


def read_utf8(path: Path) -> str:
    """Return the text of `path` with Unix line ends and without a byte order mark."""
    data = path.read_bytes()
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
