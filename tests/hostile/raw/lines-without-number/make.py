"""Lines of one character, far more than print has on a page."""

from pathlib import Path

raw = Path("raw/2024-05-03/01.txt")
raw.parent.mkdir()
raw.write_text("汉\n" * 40_000, encoding="utf-8")
