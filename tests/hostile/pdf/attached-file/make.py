from pathlib import Path

from tests.ingest.pdf.hand_made import WORDS, flate, of_contents

FILE = '<</Type /Annot /Subtype /FileAttachment /Rect [0 0 9 9] /FS <</F (a.exe) /EF <</F 7 0 R>>>>>>'

Path('raw/2024-05-02').mkdir()
Path('raw/2024-05-02/01.pdf').write_bytes(of_contents(flate(WORDS), FILE, flate(b'MZ', '/Type /EmbeddedFile'), page='/Annots [6 0 R]'))
