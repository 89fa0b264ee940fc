"""Search: the index that readers' browsers search, as static files.

In: the galleys of an edition, later the texts that the build cache keeps of them. Out: the bytes of index segments.
docs/decisions/0025-search.md describes the format. Imports `copy`, `paper` and `files`.
"""
