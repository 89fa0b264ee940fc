import os
from pathlib import Path

Path('content/about.md').symlink_to(Path('../outside/secret.md').absolute())
