import os
from pathlib import Path

Path('content/pictures').mkdir()
Path('content/pictures/a.png').write_bytes(Path('content/all.png').read_bytes())
Path('content/images').symlink_to('pictures')
Path('content/2024-05-01/01/02.md').write_text('---\ntitle: 夜校\nphotos:\n- {file: /images/a.png, alt: 甲}\n---\n\n正文。\n', encoding='utf-8')
