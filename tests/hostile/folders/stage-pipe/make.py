"""A pipe that no one writes to, in the place of the new files of a build."""

import os
from pathlib import Path

Path("output/.broadsheet").mkdir(exist_ok=True)
os.mkfifo("output/.broadsheet/stage")
