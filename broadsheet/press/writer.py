"""Pelican's Writer with three habits of ours.

A page gets its own views and nothing else, a file is laid out on the stage only where its bytes differ from the
site's, and no two things may fall on one file.
"""

from pathlib import Path
from typing import Any

from jinja2 import Template
from pelican.plugins import signals
from pelican.writers import Writer

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.quick_files import holds, write
from broadsheet.press.stage import Stage
from broadsheet.press.templates import rendered


class PressWriter(Writer):
    """Lays out the site's files on its stage."""

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
        super().__init__(output_path, settings=settings)  # type: ignore[no-untyped-call]
        self.stage = Stage(Path(output_path))
        self._output, self._new = str(self.stage.output), str(self.stage.new)
        self.changed = 0
        self.begin()

    def begin(self) -> None:
        """Begin the files of an edition, or of another owner."""
        self.files: dict[str, str] = {}
        self._sources: dict[str, str] = {}

    def write_page(
        self, file: str, template: Template, views: dict[str, Any], *, source: str, content: object = None
    ) -> None:
        """Render `views` to `file`; `source` says what the page is made of, `content` is Pelican's own object for it."""
        path = self.put(file, rendered(template, views, source).encode(), source=source)
        signals.content_written.send(path, context={**views, "content": content, "output_file": file})

    def put(self, file: str, data: bytes, *, source: str) -> str:
        """Have `file` of the site hold `data`, and return where these bytes are now. Raises PressError for a file taken."""
        taken_by = self._sources.setdefault(file.casefold(), source)
        if taken_by != source:
            raise collision(file, source, taken_by)
        self.files[file] = source
        path = f"{self._output}/{file}"
        if not holds(path, data):
            path = f"{self._new}/{file}"
            write(path, data)
            self.changed += 1
        return path


def collision(file: str, source: str, other: str) -> PressError:
    """Return the error for two things that fall on one file."""
    return PressError(
        Finding(
            code="address-collision",
            path=source,
            message=f"{file} is already made from {other}",
            hint="rename one of them",
        )
    )
