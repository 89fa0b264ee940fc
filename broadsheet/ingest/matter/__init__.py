"""Matter whose lines are kept: verse, and the rows of tables and lists. It is found before columns are read.

In: the pieces of a page. Out: the same pieces with the role of their matter, and a `Story` for each poem and table.
May import: text, broadsheet.lexicon, broadsheet.model.
"""
