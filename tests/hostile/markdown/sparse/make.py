import os
from pathlib import Path

Path('content/2024-05-01/01/02.md').touch()
os.truncate('content/2024-05-01/01/02.md', 10**12)
