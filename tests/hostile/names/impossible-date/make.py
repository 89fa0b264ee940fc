from pathlib import Path

TEXT = '---\ntitle: 夜校\n---\n\n正文。\n'
PAGE = Path('content/2024-05-01/01')
(Path('content/2024-02-30/01')).mkdir(parents=True)
Path('content/2024-02-30/01/01.md').write_text(TEXT, encoding='utf-8')
