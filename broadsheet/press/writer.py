"""Pelican's Writer with three habits of ours.

A page gets its own views and nothing else, a file is written only where its bytes differ, and no two things may
fall on one file.
"""

from pathlib import Path
from types import TracebackType
from typing import Any

from jinja2 import Template, TemplateError
from pelican.plugins import signals
from pelican.writers import Writer

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding


class PressWriter(Writer):
    """Writes the site and remembers what it wrote."""

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
        super().__init__(output_path, settings=settings)  # type: ignore[no-untyped-call]
        self.folder = Path(output_path)
        self.files: set[str] = set()
        self.owners: dict[str, str] = {}
        self.changed = 0

    def write_page(
        self, file: str, template: Template, views: dict[str, Any], *, source: str, content: object = None
    ) -> None:
        """Render `views` to `file`; `source` says what the page is made of, `content` is Pelican's own object for it."""
        try:
            text = template.render(views)
        except (TemplateError, TypeError, AttributeError, LookupError, ValueError) as error:
            raise PressError(_template_finding(error, template, source)) from error
        path = self.put(file, text.encode(), source=source)
        signals.content_written.send(str(path), context={**views, "content": content, "output_file": file})

    def put(self, file: str, data: bytes, *, source: str) -> Path:
        """Write `data` to `file` below output/ unless it is there already. Raises PressError for a file taken."""
        owner = self.owners.setdefault(file.casefold(), source)
        if owner != source:
            raise PressError(
                Finding(
                    code="address-collision",
                    path=source,
                    message=f"{file} is already made from {owner}",
                    hint="rename one of them",
                )
            )
        self.files.add(file)
        path = self.folder / file
        if not _holds(path, data):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            self.changed += 1
        return path


def _holds(path: Path, data: bytes) -> bool:
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


def _template_finding(error: Exception, template: Template, source: str) -> Finding:
    """Say where in the theme `error` arose: Jinja gives template lines to the frames of a traceback."""
    path, line = _theme_frame(error.__traceback__) or (template.filename or "theme", 0)
    return Finding(
        code="template",
        path=path,
        line=line,
        message=f"{template.name} cannot show {source}: {error}",
        hint="templates see the fields of broadsheet/press/views.py, and nothing else",
    )


def _theme_frame(traceback: TracebackType | None) -> tuple[str, int] | None:
    found = None
    while traceback:
        name = traceback.tb_frame.f_code.co_filename
        if name.endswith((".html", ".xml", ".jinja")):
            found = (name, traceback.tb_lineno)
        traceback = traceback.tb_next
    return found
