import os
from pathlib import Path

Path('raw/2024-05-02').mkdir()
Path('raw/2024-05-02/01.txt').write_text('老渡口停航\n本报记者 李四\n云溪江上的渡船昨日最后一次靠岸。\n', encoding='utf-8')
Path('content/2024-05-02/01').mkdir(parents=True)
Path('content/2024-05-02/01/01.md').symlink_to(Path('../outside/secret.md').absolute())
