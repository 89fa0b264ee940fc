from pathlib import Path

from tests.ingest.pdf.hand_made import CATALOG, of_objects

Path('raw/2024-05-02').mkdir()
Path('raw/2024-05-02/01.pdf').write_bytes(of_objects(CATALOG, *(f'<</Type /Pages /Kids [{number} 0 R] /Count 1>>' for number in range(3, 60_003)), '<</Type /Page /MediaBox [0 0 300 300]>>'))
