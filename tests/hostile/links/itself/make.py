import os
from pathlib import Path

Path('content/2024-05-01/01/02.md').symlink_to('02.md')
