"""Raw page → articles, one module a stage; `pipeline` reads as the list of stages."""

from broadsheet.ingest.delivery import HandEdits
from broadsheet.ingest.intake import ingest_paths

__all__ = ["HandEdits", "ingest_paths"]
