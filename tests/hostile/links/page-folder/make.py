import os
from pathlib import Path

Path('content/2024-05-01/02').symlink_to(Path('../outside').absolute())
