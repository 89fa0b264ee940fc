from pathlib import Path

Path('raw/2024-05-02').mkdir()
Path('raw/2024-05-02/01.pdf').symlink_to(Path('../outside/secret.md').absolute())
