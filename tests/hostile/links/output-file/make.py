import os
from pathlib import Path

path = Path('output/index.html')
path.unlink()
path.symlink_to(Path('../outside/secret.md').absolute())
Path('content/2024-05-01/01/02.md').write_text('---\ntitle: 夜校\n---\n\n正文。\n', encoding='utf-8')
