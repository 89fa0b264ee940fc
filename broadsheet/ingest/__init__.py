"""Raw page → articles, one module a stage; `pipeline` reads as the list of stages.

Only a process that reads pages imports the stages: that takes as long as reading several pages.
"""

from broadsheet.ingest.desk.delivery import HandEdits
from broadsheet.ingest.desk.intake import ingest_paths

__all__ = ["HandEdits", "ingest_paths"]
