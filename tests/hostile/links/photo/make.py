import os
from pathlib import Path

Path('content/2024-05-01/01/a.png').symlink_to(Path('../outside/secret.png').absolute())
