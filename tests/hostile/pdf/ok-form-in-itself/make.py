from pathlib import Path

from tests.ingest.pdf.hand_made import WORDS, flate, of_contents

FORM = (
    '<</Type /XObject /Subtype /Form /BBox [0 0 300 300] /Length 5 /Resources <</XObject <</X 6 0 R>>>>>>'
    '\nstream\n/X Do\nendstream'
)

Path('raw/2024-05-02').mkdir()
Path('raw/2024-05-02/01.pdf').write_bytes(of_contents(flate(WORDS + b'/X Do'), FORM))
