from pathlib import Path

from tests.ingest.pdf.hand_made import WORDS, flate, of_contents

FORMS = [
    '<</Type /XObject /Subtype /Form /BBox [0 0 300 300] /Length 60'
    f' /Resources <</XObject <</X {number} 0 R>>>>>>\nstream\n{"/X Do " * 10}\nendstream'
    for number in range(7, 19)
]

Path('raw/2024-05-02').mkdir()
Path('raw/2024-05-02/01.pdf').write_bytes(of_contents(flate(WORDS + b'/X Do'), *FORMS))
