"""Coded checks over manuscripts, editions, rulings and the built site.

In: content/, raw/ and output/, as they lie there. Out: findings as text, annotations, JSON or SARIF; mended manuscripts.
May import: broadsheet.manuscript, broadsheet.lexicon, broadsheet.files, broadsheet.model.
"""

from broadsheet.proof.desk import LintOptions, lint_project
from broadsheet.proof.formats import FORMATS

__all__ = ["FORMATS", "LintOptions", "lint_project"]
