"""A folder of a printed page that is another page's."""

from pathlib import Path

Path("content/2024-05-01/02").symlink_to("01")
