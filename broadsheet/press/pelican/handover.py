"""The end of a run, when the pages are written and plugins may still change them."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from broadsheet.model.errors import PressError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.press.files.site_stage import SiteStage
from broadsheet.press.paper.conf import PREVIEW_SETTINGS


class Handover:
    """Takes the site's stamp away, and gives it back when plugins have done their work.

    Without a stamp the next build makes everything again, so the work of a plugin that failed is done again too.
    `files` are the press's. A plugin may change pages: minifiers do. It may not write the press's other files at the
    top of the site, such as sitemap.xml, nor take a page's address from where the page was staged.
    """

    def __init__(self, stage: SiteStage, files: Iterable[str]) -> None:
        self._stage = stage
        self._stamp = stage.stamp()
        stage.set_stamp("")
        own = {stage.output / file for file in files if "/" not in file and not file.endswith(".html")}
        self._ages = {path: path.stat().st_mtime_ns for path in own}

    def finish(self) -> None:
        """Give the stamp back. Raises PressError for each file at the top of the site that a plugin wrote wrongly."""
        raise_if_any(PressError, self._findings())
        self._stage.set_stamp(self._stamp)

    def _findings(self) -> Iterator[Finding]:
        places = str(self._stage.new.relative_to(self._stage.output)).encode()
        for path in sorted(self._ages.keys() | _files_at_top(self._stage.output)):
            age = self._ages.get(path)
            if age and (not path.is_file() or path.stat().st_mtime_ns != age):
                yield _finding("plugin-overwrites", f"a plugin wrote {path.name}, which the press makes")
            elif age is None and places in path.read_bytes():
                yield _finding("staged-address", f"a plugin wrote {path.name} with addresses of staged pages")


def _files_at_top(output: Path) -> set[Path]:
    return {path for path in output.iterdir() if path.is_file()}


def _finding(code: str, message: str) -> Finding:
    hint = "take it out of PLUGINS; docs/plugins.md names what works"
    return Finding(code, PREVIEW_SETTINGS, message, hint)
