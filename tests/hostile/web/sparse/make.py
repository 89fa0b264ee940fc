import os
from pathlib import Path

Path('raw/2024-05-02/01.html').parent.mkdir()
Path('raw/2024-05-02/01.html').touch()
os.truncate('raw/2024-05-02/01.html', 10**12)
