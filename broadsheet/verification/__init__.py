"""Verification: proof that every character of every article is in all that readers get, and that of raw pages in content/.

In: raw/, content/ and the built site. Out: findings on the terminal, and an exit code.
May import: broadsheet.ingest, broadsheet.press (its settings), broadsheet.proof (its words),
broadsheet.manuscript, broadsheet.files, broadsheet.model.
"""

from broadsheet.verification.desk import verify_project

__all__ = ["verify_project"]
