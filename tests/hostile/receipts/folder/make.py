"""A folder in the place of a receipt, which git keeps no empty ones of."""

from pathlib import Path

Path("raw/2024-05-03/01.receipt.json").mkdir()
