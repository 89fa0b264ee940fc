"""Where the folders lie that the settings name: all of them in the project, and what is written apart from what is read."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

_KEPT = ("raw", ".cache", ".git")
"""Folders of a project that no setting names."""

_SERVED = "folder:"
"""What a PUBLISH_TO begins with that names a folder of this machine."""


def misplaced_folders(settings: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield each setting of a folder in a place that it may not have, with what is wrong and an example.

    Compiled templates are kept beside the theme, so it may not lie among manuscripts. A build removes what it did not make
    from OUTPUT_PATH, so that must be a folder of its own; so must be the one to which `inv publish` sends the site.
    """
    for name, like in (("PATH", '"content"'), ("OUTPUT_PATH", '"output"'), ("THEME", '"theme"')):
        if os.path.relpath(settings[name]).startswith(".."):
            yield name, f"leads to {settings[name]}, outside of the project", like
    content, theme, output = settings["PATH"], settings["THEME"], settings["OUTPUT_PATH"]
    yield from _not_folders(THEME=theme, OUTPUT_PATH=output)
    for other in _overlapping(theme, (content, *_KEPT)):
        yield "THEME", f"is {os.path.relpath(theme)}, and {other} is no place for a theme", '"theme"'
    others = (content, theme, *_KEPT)
    for other in _overlapping(output, others):
        yield "OUTPUT_PATH", f"is {os.path.relpath(output)}, and {other} is no place for a site", '"output"'
    target = settings.get("PUBLISH_TO", "")
    if served := target.removeprefix(_SERVED) if target.startswith(_SERVED) else "":
        for other in _overlapping(Path(served).expanduser(), (output, *others)):
            yield "PUBLISH_TO", f"is {target}, and {other} is no place for a site", '"folder:/srv/www/paper"'


def _not_folders(**folders: str) -> Iterator[tuple[str, str, str]]:
    for name, folder in folders.items():
        if Path(folder).exists() and not Path(folder).is_dir():
            yield name, f"is {folder}, which is no folder", f'"{name.partition("_")[0].lower()}"'


def _overlapping(folder: str | Path, others: tuple[str, ...]) -> Iterator[str]:
    """Yield those of `others` that hold `folder`, or that it holds."""
    one = Path(os.path.realpath(folder))  # `resolve` raises an error for a link to itself
    for other in others:
        path = Path(os.path.realpath(other))
        if one.is_relative_to(path) or path.is_relative_to(one):
            yield os.path.relpath(other)
