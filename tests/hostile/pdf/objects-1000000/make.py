from pathlib import Path

from tests.ingest.pdf.hand_made import WORDS, flate, of_contents

Path('raw/2024-05-02').mkdir()
Path('raw/2024-05-02/01.pdf').write_bytes(of_contents(flate(WORDS + b'0 0 m 100 100 l S ' * 1_000_000)))
