"""Raw page → articles, one module a stage; `pipeline` reads as the list of stages."""

from broadsheet.ingest.desk import ingest_paths

__all__ = ["ingest_paths"]
