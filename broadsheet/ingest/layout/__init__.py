"""The marks of a page → the same reading as a page of text has, its stories told by where things stand and how they are set.

In: `PageMarks`, from a PDF or a scan. Out: a `LayoutReading`: stories, doubts, and the place of each line on the page.
May import: `reading` and `text`, broadsheet.lexicon, broadsheet.model.
"""
