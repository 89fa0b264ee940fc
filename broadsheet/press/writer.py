"""How files come to the site: laid out on the stage only where their bytes differ, and no two things on one file."""

from pathlib import Path

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.quick_files import holds, write
from broadsheet.press.stage import Stage


class SiteWriter:
    """Lays out the site's files on its stage. Before its first build a site has nothing to compare them with."""

    def __init__(self, output: Path) -> None:
        self.stage = Stage(output)
        self._output, self._new = str(output), str(self.stage.new)
        self._is_first = not output.is_dir() or all(path.name.startswith(".") for path in output.iterdir())
        self.changed = 0
        self.begin()

    def begin(self) -> None:
        """Begin the files of an edition, or of another owner."""
        self.files: dict[str, str] = {}
        self._sources: dict[str, str] = {}

    def put(self, file: str, data: bytes, *, source: str) -> str:
        """Have `file` of the site hold `data`, and return where these bytes are now. Raises PressError for a file taken."""
        taken_by = self._sources.setdefault(file.casefold(), source)
        if taken_by != source:
            raise collision(file, source, taken_by)
        self.files[file] = source
        path = f"{self._output}/{file}"
        if self._is_first or not holds(path, data):
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
