"""The files of an ingested page change together: manuscripts, receipt and report are all old, or all new.

Every command that reads content/ first calls `finish_page`, which completes what a killed ingest had decided.
"""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from broadsheet.files.project_lock import only_command
from broadsheet.files.quick_files import write
from broadsheet.files.stage import HIDDEN, Stage
from broadsheet.model.errors import ProjectError, raise_if_any
from broadsheet.model.finding import Finding

CONTENT = Path("content")
"""The folder of the manuscripts, from the project's folder."""

_FOLDER = CONTENT / HIDDEN


def replace_page(files: Mapping[Path, bytes], removed: Iterable[Path]) -> None:
    """Write `files`, bytes by path, and remove `removed`, as one transaction; the caller holds the project's lock.

    Paths are from the project's folder. Raises ProjectError, before any file changes, where a path cannot be written,
    and OSError; after an OSError either nothing has changed, or `finish_page` does what is left.
    """
    finish_page()
    raise_if_any(ProjectError, filter(None, map(_obstacle, files)))
    gone = tuple(removed)
    root = os.path.relpath(os.path.commonpath(map(os.path.abspath, (Path(), *files, *gone))))
    stage = Stage(_FOLDER)
    for path, data in files.items():
        write(f"{stage.new}/{os.path.relpath(path, root)}", data)
    stage.decide(root, (os.path.relpath(path, root) for path in gone))
    finish_page()


def finish_page() -> None:
    """Do what the journal of a killed ingest says; where there is none, remove the files that it staged.

    Raises ProjectError for a damaged journal.
    """
    if not _FOLDER.exists():
        return
    stage = Stage(_FOLDER)
    if decision := stage.decision(f"remove {_FOLDER}, then: inv ingest"):
        stage.move_in(Path(decision.note), decision.removed)
        stage.end()
    stage.drop()
    stage.journal.with_suffix(".new").unlink(missing_ok=True)
    _FOLDER.rmdir()


def settle_content() -> None:
    """Hold the lock and call `finish_page`, where an ingest was killed; for commands that only read content/.

    Raises ProjectError where another command is at work, or for a damaged journal.
    """
    if _FOLDER.exists():
        with only_command():
            finish_page()


def _obstacle(path: Path) -> Finding | None:
    """Return the finding about what keeps `path` from being written, if anything does."""
    folder = next(parent for parent in path.parents if parent.exists())
    if path.is_dir():
        stands, hint = path, "take the folder away: a file belongs there"
    elif not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
        stands, hint = folder, "make it a folder that you may write to"
    else:
        return None
    message = f"{path.name} cannot be written here; nothing was changed"
    return Finding(code="cannot-write", path=str(stands), message=message, hint=hint)
