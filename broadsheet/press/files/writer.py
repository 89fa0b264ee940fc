"""How files come to the site: laid out on the stage only where their bytes differ, and no two things on one file."""

from pathlib import Path

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.files.quick_files import holds, write
from broadsheet.press.files.stage import Stage


class SiteWriter:
    """Lays out the site's files on its stage. Before its first build a site has nothing to compare them with."""

    def __init__(self, output: Path) -> None:
        self._output, self._new = str(output), str(Stage(output).new)
        self._is_first = not output.is_dir() or all(path.name.startswith(".") for path in output.iterdir())

    def lay_out(self, file: str, data: bytes) -> tuple[str, bool]:
        """Have `file` of the site hold `data`; return where these bytes are now, and whether they are new."""
        path = f"{self._output}/{file}"
        if not self._is_first and holds(path, data):
            return path, False
        path = f"{self._new}/{file}"
        write(path, data)
        return path, True


class Bundle:
    """What is laid out for one owner of files, an edition or all lists; it grows until its owner has everything.

    `files` come each with its source; `pages` are how many of them were printed, `changed` how many the site did not hold.
    """

    def __init__(self, writer: SiteWriter) -> None:
        self._writer = writer
        self._sources: dict[str, str] = {}
        self.files: dict[str, str] = {}
        self.pages = self.changed = 0
        self.doubts: list[Finding] = []

    def put_page(self, file: str, html: str, *, source: str) -> str:
        """Put a page into the bundle, and return where it is now. Raises PressError for a file taken."""
        self.pages += 1
        return self.put(file, html.encode(), source=source)

    def put(self, file: str, data: bytes, *, source: str) -> str:
        """Put a file into the bundle, and return where its bytes are now. Raises PressError for a file taken."""
        taken_by = self._sources.setdefault(file.casefold(), source)
        if taken_by != source:
            raise collision(file, source, taken_by)
        self.files[file] = source
        path, is_new = self._writer.lay_out(file, data)
        self.changed += is_new
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
