"""Lines as a typesetter set them: each is the first, a middle or the last of a paragraph, or a headline line.

In: the pieces of a page and their lexicon. Out: `SetLine`s, one a piece, with its move, its column's measure and how
much dearer the next best reading is. A dynamic programme finds the cheapest reading of the whole page.
May import: text, broadsheet.lexicon, broadsheet.model.
"""
