"""Copy (稿件): manuscripts of an edition, rendered from Markdown to HTML.

In: manuscripts. Out: galleys, each one article rendered, before it is made up into pages.
Imports `files`, `paper`, `plates` and `views`.
"""
