import os
from pathlib import Path

os.rename(".cache", "elsewhere")
Path(".cache").symlink_to("elsewhere")
Path("content/2024-05-01/01/02.md").write_text("---\ntitle: 夜校\n---\n\n正文。\n", encoding="utf-8")
