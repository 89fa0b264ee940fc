"""A line of digits, longer than all text of a printed page."""

from pathlib import Path

raw = Path("raw/2024-05-03/01.txt")
raw.parent.mkdir()
raw.write_text("1" * 300_000, encoding="utf-8")
