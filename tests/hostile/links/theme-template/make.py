import os
from pathlib import Path

theme = Path('theme').resolve()
os.unlink('theme')
import shutil

shutil.copytree(theme, 'theme')
Path('theme/templates/secret.html').symlink_to(Path('../outside/secret.md').absolute())
