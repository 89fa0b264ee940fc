import os
from pathlib import Path

theme = Path('theme').resolve()
os.unlink('theme')
import shutil

shutil.copytree(theme, 'theme')
Path('theme/static/secret.css').symlink_to(Path('../outside/secret.md').absolute())
