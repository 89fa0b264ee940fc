import os
from pathlib import Path

Path('raw/2024-05-02').mkdir()
os.mkfifo('raw/2024-05-02/01.pdf')
