import os
import shutil
from pathlib import Path

theme = Path('theme').resolve()
os.unlink('theme')
shutil.copytree(theme, 'theme')
Path('theme/static/site.css').unlink()
Path('theme/static/site.css').touch()
os.truncate('theme/static/site.css', 10**12)
