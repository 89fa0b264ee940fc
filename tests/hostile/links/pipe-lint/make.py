import os
from pathlib import Path

os.mkfifo('content/2024-05-01/01/02.md')
