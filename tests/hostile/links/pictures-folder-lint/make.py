import os
from pathlib import Path

Path('content/pictures').symlink_to(Path('../outside').absolute())
