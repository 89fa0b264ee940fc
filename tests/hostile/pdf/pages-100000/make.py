from pathlib import Path

from tests.ingest.pdf.hand_made import CATALOG, of_objects

PAGES = f'<</Type /Pages /Kids [{"3 0 R " * 100_000}] /Count 100000>>'

Path('raw/2024-05-02').mkdir()
Path('raw/2024-05-02/01.pdf').write_bytes(of_objects(CATALOG, PAGES, '<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300]>>'))
