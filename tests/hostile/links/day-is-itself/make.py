"""A folder of a day that is content/ itself."""

from pathlib import Path

Path("content/2024-05-03").symlink_to(".")
