from pathlib import Path

Path('pelicanconf.py').unlink()
