"""Exceptions that an editor made in a file, which are findings themselves where they say too little or nothing."""

from broadsheet.model.finding import Severity
from broadsheet.proof.check import Reported

REPORTED = (
    Reported(
        "exception-without-reason", "`lint: off CODE` without a reason; it has no effect", Severity.WARNING
    ),
    Reported(
        "unknown-exception",
        "`lint: off` with a code that does not exist, or that is an error",
        Severity.WARNING,
    ),
    Reported("unused-exception", "`lint: off` with a code that finds nothing in the file", Severity.WARNING),
)
