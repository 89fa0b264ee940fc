from pathlib import Path

Path('raw/2024-05-02/01.pdf').mkdir(parents=True)
