"""As many bylines as a page may have lines."""

from pathlib import Path

raw = Path("raw/2024-05-03/01.txt")
raw.parent.mkdir()
raw.write_text("本报记者 张三\n" * 5_000, encoding="utf-8")
