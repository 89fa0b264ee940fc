"""Where a picture that a manuscript names lies below content/."""

import posixpath

PICTURE_TYPES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")
"""What a page can show."""


def picture_path(file: str, folder: str) -> str:
    """Return the path below content/ of `file` as a manuscript in `folder` names it.

    A leading slash counts from content/, anything else from the manuscript's own folder.
    """
    return posixpath.normpath(posixpath.join("/", folder, file)).lstrip("/")
