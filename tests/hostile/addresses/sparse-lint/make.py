import os
from pathlib import Path

Path('content/addresses.yaml').touch()
os.truncate('content/addresses.yaml', 10**12)
