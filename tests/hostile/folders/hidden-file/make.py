"""A file in the place of the folder of new manuscripts."""

from pathlib import Path

Path("content/.broadsheet").write_text("x", encoding="utf-8")
