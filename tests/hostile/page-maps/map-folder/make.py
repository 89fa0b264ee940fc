from pathlib import Path

Path('content/2024-05-01/01/page.yaml').mkdir()
