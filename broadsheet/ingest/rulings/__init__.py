"""An editor's decisions about a page, kept in a file beside it and applied after it was read.

In: a `PageReading` and `<page>.rulings.yaml`. Out: the `PageReading` as the editor ruled it, or an error for each ruling
that cannot be followed. No character is lost: rulings move passages and never retype them.
May import: text, broadsheet.manuscript, broadsheet.model.
"""
