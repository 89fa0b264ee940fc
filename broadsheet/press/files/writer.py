"""Writing the site's files to the stage: only those whose bytes changed, and each from one source."""

from collections.abc import Iterable
from pathlib import Path
from unicodedata import normalize

from broadsheet.files.quick_files import holds, write
from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.files.site_stage import SiteStage


class SiteWriter:
    """Writes files of the site at `output` to its stage, where the site does not hold the same bytes already."""

    def __init__(self, output: Path) -> None:
        self._output, self._new = str(output), str(SiteStage(output).new)
        self._is_first = not output.is_dir() or all(path.name.startswith(".") for path in output.iterdir())

    def lay_out(self, file: str, data: bytes) -> tuple[str, bool]:
        """Stage `data` as `file`, a path below output/, where it is new or changed.

        Return the path at which the bytes are now, and whether they were staged.
        """
        path = f"{self._output}/{file}"
        if not self._is_first and holds(path, data):
            return path, False
        path = f"{self._new}/{file}"
        write(path, data)
        return path, True

    def take_back(self, files: Iterable[str]) -> None:
        """Remove files from the stage, which may hold what the site does not need after all."""
        for file in files:
            Path(self._new, file).unlink(missing_ok=True)


class Bundle:
    """The files that one owner has made so far: an edition, the standing pages, or all lists.

    `files` maps each path below output/ to its source, which messages name, `paths` to where its bytes are now. `pages` counts the rendered pages,
    `changed` the files that the site did not hold.
    """

    def __init__(self, writer: SiteWriter) -> None:
        self._writer = writer
        self._sources: dict[str, str] = {}
        self.files: dict[str, str] = {}
        self.paths: dict[str, str] = {}
        self.pages = self.changed = 0
        self.doubts: list[Finding] = []

    def put_page(self, file: str, html: str, *, source: str) -> str:
        """Add a page, as `put` does."""
        self.pages += 1
        return self.put(file, html.encode(), source=source)

    def put(self, file: str, data: bytes, *, source: str) -> str:
        """Add a file and return the path at which its bytes are now.

        Raises PressError where another source has made the same file, names compared as `folded`.
        """
        taken_by = self._sources.setdefault(folded(file), source)
        if taken_by != source:
            raise collision(file, source, taken_by)
        self.files[file] = source
        path, is_new = self._writer.lay_out(file, data)
        self.changed += is_new
        self.paths[file] = path
        return path


def folded(file: str) -> str:
    """Return the name `file` as disks compare names that know no case, or only composed characters (Unicode NFC)."""
    return file.casefold() if file.isascii() else normalize("NFC", file).casefold()


def collision(file: str, source: str, other: str) -> PressError:
    """Return the error for `file`, which the sources `source` and `other` both make."""
    return PressError(
        Finding(
            code="address-collision",
            path=source,
            message=f"{file} is already made from {other}",
            hint="rename one of them",
        )
    )
