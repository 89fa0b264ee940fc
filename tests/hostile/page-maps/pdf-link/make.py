from pathlib import Path

Path('content/2024-05-01/01/page.pdf').symlink_to(Path('../outside/secret.md').absolute())
