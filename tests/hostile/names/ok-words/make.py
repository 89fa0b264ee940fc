from pathlib import Path

TEXT = '---\ntitle: 夜校\n---\n\n正文。\n'
PAGE = Path('content/2024-05-01/01')
(PAGE / '02-汉字 与 spaces.md').write_text(TEXT, encoding='utf-8')
