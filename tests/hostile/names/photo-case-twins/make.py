from pathlib import Path

TEXT = '---\ntitle: 夜校\n---\n\n正文。\n'
PAGE = Path('content/2024-05-01/01')
PNG = Path('content/all.png').read_bytes()
for name in ('a.png', 'A.png'):
    (PAGE / name).write_bytes(PNG)
(PAGE / '02.md').write_text(TEXT.replace('title: 夜校', 'title: 夜校\nphotos:\n- {file: a.png, alt: 甲}\n- {file: A.png, alt: 乙}'), encoding='utf-8')
