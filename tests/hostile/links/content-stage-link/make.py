import os
from pathlib import Path

Path('content/.broadsheet').symlink_to(Path('../outside').absolute())
