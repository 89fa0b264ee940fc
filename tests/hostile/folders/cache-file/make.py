"""A file in the place of the folder of what commands keep."""

import shutil
from pathlib import Path

shutil.rmtree(".cache")
Path(".cache").write_text("x", encoding="utf-8")
