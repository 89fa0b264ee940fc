from pathlib import Path

TEXT = '---\ntitle: 夜校\n---\n\n正文。\n'
PAGE = Path('content/2024-05-01/01')
import os

with open(os.fsencode(PAGE) + b'/02-\xff.md', 'wb') as file:
    file.write(TEXT.encode())
