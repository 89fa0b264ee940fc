from pathlib import Path

from tests.ingest.pdf.hand_made import WORDS, flate, of_contents

PICTURE = flate(
    b'\0' * 100,
    '/Type /XObject /Subtype /Image /Width 2000000000 /Height 2000000000 /ColorSpace /DeviceRGB /BitsPerComponent 8',
)

Path('raw/2024-05-02').mkdir()
Path('raw/2024-05-02/01.pdf').write_bytes(of_contents(flate(WORDS + b'q 300 0 0 300 0 0 cm /X Do Q'), PICTURE))
