"""Copy (稿件): the manuscripts of an edition, read and rendered from Markdown to HTML.

In: manuscripts. Out: galleys (清样): each is one article rendered, not yet placed on a page.
Imports `files`, `paper`, `plates` and `views`.
"""
