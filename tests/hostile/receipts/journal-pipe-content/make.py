"""A pipe that no one writes to, in the place of a journal."""

import os
from pathlib import Path

Path("content/.broadsheet/stage").mkdir(parents=True, exist_ok=True)
os.mkfifo("content/.broadsheet/journal")
