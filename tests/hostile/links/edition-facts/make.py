import os
from pathlib import Path

path = Path('content/2024-05-01/edition.yaml')
path.unlink()
path.symlink_to(Path('../outside/secret.md').absolute())
