from pathlib import Path

Path('content/addresses.yaml').symlink_to(Path('../outside/secret.md').absolute())
