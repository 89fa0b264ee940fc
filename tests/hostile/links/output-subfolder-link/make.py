import os
from pathlib import Path

import shutil

shutil.rmtree('output/2024-05-01/01')
Path('output/2024-05-01/01').symlink_to(Path('../outside').absolute())
Path('content/2024-05-01/01/02.md').write_text('---\ntitle: 夜校\n---\n\n正文。\n', encoding='utf-8')
