from pathlib import Path

Path('output/.broadsheet/stage').mkdir(parents=True)
Path('output/.broadsheet/journal').write_bytes(b'4711\0move x\0../../outside/secret.md\0')
