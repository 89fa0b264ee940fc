"""What the builds of the preview say to the threads of its server: that one has ended, and what failed in it."""

import threading
from collections.abc import Mapping, Sequence
from html import escape

from broadsheet.model.finding import Finding

Failures = Mapping[str, Sequence[Finding]]
"""The errors of the last build by the address in the site that they keep from being shown, "/" for all others."""

_PAGE = """\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{count}</title>
<style>
:root {{ color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }}
body {{ max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }}
pre {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
</style>
</head>
<body>
<h1>{count}</h1>
<pre>{findings}</pre>
<p>The rest of the site is shown. This page comes back when the file is mended.</p>
</body>
</html>
"""


class Builds:
    """The number of builds that have ended, and the failures of the last one; threads may wait for the next."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self.ended = 0
        self.failures: Failures = {}

    def end(self, failures: Failures) -> None:
        """Say that a build has ended with these failures."""
        with self._news:
            self.ended += 1
            self.failures = failures
            self._news.notify_all()

    def wait(self, known: int, seconds: float) -> bool:
        """Wait until another build than the first `known` ones has ended, or `seconds`; return whether one has."""
        with self._news:
            return self._news.wait_for(lambda: self.ended != known, seconds)


def failure_page(findings: Sequence[Finding]) -> bytes:
    """Return the page that stands in the place of one which errors keep from being made."""
    count = f"{len(findings)} error" + ("s" if len(findings) > 1 else "")
    return _PAGE.format(count=count, findings=escape("\n\n".join(map(str, findings)))).encode()
