"""Set lines gathered into the stories of a page.

In: `SetLine`s. Out: a `PageReading`. Lines make blocks; gaps between paragraphs cut segments; segments make threads;
headlines, captions, bylines and notes are given to the story that they belong to.
May import: text, typeset, broadsheet.lexicon, broadsheet.model.
"""
