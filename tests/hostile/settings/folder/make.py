from pathlib import Path

Path('pelicanconf.py').unlink()
Path('pelicanconf.py').mkdir()
