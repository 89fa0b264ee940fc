"""Publishing: the built site → its readers, on a branch for GitHub Pages, in a folder, on a host or in a bucket.

In: content/, settings, what readers have already. Out: the site at its target, lines on the terminal, an exit code.
May import: broadsheet.press, broadsheet.proof, and what these import.
"""

from broadsheet.publishing.desk import Options, publish_site, say_changes

__all__ = ["Options", "publish_site", "say_changes"]
