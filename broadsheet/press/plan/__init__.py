"""The plan of an incremental build: what to make again, and why.

In: content/, settings, theme, code, and the build cache of the last build. Out: a `Plan`.
Imports `files`, `paper`, and of `share_images` only the typeface.
"""
