"""Raw page → articles, one module a stage; `pipeline` reads as the list of stages."""

from broadsheet.ingest.delivery import HandEdits
from broadsheet.ingest.explain import explain_page
from broadsheet.ingest.intake import ingest_paths

__all__ = ["HandEdits", "explain_page", "ingest_paths"]
