import os
from pathlib import Path

Path('raw/2024-05-02').mkdir()
Path('raw/2024-05-02/01.pdf').touch()
os.truncate('raw/2024-05-02/01.pdf', 10**12)
