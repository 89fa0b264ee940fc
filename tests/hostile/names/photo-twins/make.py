from pathlib import Path

TEXT = '---\ntitle: 夜校\n---\n\n正文。\n'
PAGE = Path('content/2024-05-01/01')
PNG = Path('content/all.png').read_bytes()
for name in ('caf\u00e9.png', 'cafe\u0301.png'):
    (PAGE / name).write_bytes(PNG)
(PAGE / '02.md').write_text(TEXT.replace('title: 夜校', 'title: 夜校\nphotos:\n- {file: caf\u00e9.png, alt: 甲}\n- {file: cafe\u0301.png, alt: 乙}'), encoding='utf-8')
