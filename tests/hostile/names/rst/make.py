from pathlib import Path

TEXT = '---\ntitle: 夜校\n---\n\n正文。\n'
PAGE = Path('content/2024-05-01/01')
(PAGE / '02.rst').write_text(TEXT, encoding='utf-8')
