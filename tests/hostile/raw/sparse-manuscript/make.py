import os
from pathlib import Path

path = Path('content/2024-05-02/01/01.md')
path.parent.mkdir(parents=True)
path.touch()
os.truncate(path, 10**12)
