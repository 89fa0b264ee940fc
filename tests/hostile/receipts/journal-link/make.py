"""A journal that is a link to an endless file."""

from pathlib import Path

Path("content/.broadsheet/stage").mkdir(parents=True)
Path("content/.broadsheet/journal").symlink_to("/dev/zero")
