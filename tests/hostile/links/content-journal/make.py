from pathlib import Path

Path('content/.broadsheet/stage').mkdir(parents=True)
Path('content/.broadsheet/stage/new.md').write_text('theirs', encoding='utf-8')
Path('content/.broadsheet/journal').write_bytes(b'../outside\0secret.md\0')
