import os
from pathlib import Path

Path('raw/2024-05-02').mkdir()
Path('raw/2024-05-02/01.txt').touch()
os.truncate('raw/2024-05-02/01.txt', 10**12)
