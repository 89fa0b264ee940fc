"""Where the folders lie that the settings name: all of them in the project, and output/ apart from what is read."""

import os
from collections.abc import Iterator, Mapping
from typing import Any

_KEPT = ("raw", ".cache")
"""Folders of a project that no setting names."""


def misplaced_folders(settings: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield each setting of a folder in a place that it may not have, with what is wrong and an example.

    A build removes what it did not make from OUTPUT_PATH, so that must be a folder of its own.
    """
    for name, like in (("PATH", '"content"'), ("OUTPUT_PATH", '"output"'), ("THEME", '"theme"')):
        if _from_here(settings[name]).startswith(".."):
            yield name, f"leads to {settings[name]}, outside of the project", like
    output = _from_here(settings["OUTPUT_PATH"])
    for other in (*map(_from_here, (settings["PATH"], settings["THEME"])), *_KEPT):
        if _holds(output, other) or _holds(other, output):
            yield "OUTPUT_PATH", f"is {output}, and {other} is no place for a site", '"output"'


def _from_here(folder: str | os.PathLike[str]) -> str:
    return os.path.relpath(folder)


def _holds(folder: str, other: str) -> bool:
    return folder == "." or f"{other}/".startswith(f"{folder}/")
