from pathlib import Path

Path('content/2024-05-01/01/page.png').symlink_to(Path('../outside/secret.png').absolute())
