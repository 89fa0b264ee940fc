import os
from pathlib import Path

import shutil

shutil.rmtree('output')
Path('output').symlink_to(Path('../outside/site').absolute())
