"""A pipe that no one writes to, in the place of a journal."""

import os
from pathlib import Path

Path("output/.broadsheet/stage").mkdir(parents=True, exist_ok=True)
os.mkfifo("output/.broadsheet/journal")
