from pathlib import Path

from tests.ingest.pdf.hand_made import flate_bomb, of_contents

Path('raw/2024-05-02').mkdir()
Path('raw/2024-05-02/01.pdf').write_bytes(of_contents(flate_bomb(b'q Q ' * 250_000, 1_000)))
