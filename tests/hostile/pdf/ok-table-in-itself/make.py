from pathlib import Path

from tests.ingest.pdf.hand_made import WORDS, flate, of_contents

PDF = of_contents(flate(WORDS))

Path('raw/2024-05-02').mkdir()
Path('raw/2024-05-02/01.pdf').write_bytes(PDF.replace(b'>>\nstartxref', b'/Prev %d>>\nstartxref' % PDF.index(b'xref\n')))
