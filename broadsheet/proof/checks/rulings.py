"""Rulings, which are checked file by file; their form is that of `reading`."""

from broadsheet.model.finding import Severity
from broadsheet.proof.check import Reported

REPORTED = (Reported("rulings-without-page", "Rulings that have no raw page beside them", Severity.WARNING),)
