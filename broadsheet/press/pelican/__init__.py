"""The press as a plugin of Pelican, and what other plugins get from it. The only room that imports pelican.

In: Pelican's signals and settings. Out: the same site by the same code in `run`, with articles as Pelican's own
objects where a plugin listens. Imports `run` and the rooms below it.
"""
