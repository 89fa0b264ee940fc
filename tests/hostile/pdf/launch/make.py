from pathlib import Path

from tests.ingest.pdf.hand_made import WORDS, flate, of_contents

Path('raw/2024-05-02').mkdir()
Path('raw/2024-05-02/01.pdf').write_bytes(of_contents(flate(WORDS), catalog='/OpenAction <</S /Launch /F (calc.exe)>>'))
