from pathlib import Path

Path('content/addresses.yaml').mkdir()
