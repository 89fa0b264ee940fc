"""What an editor should look at: the doubts about a page, and the review report that shows them.

In: a page that was read and ruled. Out: a `Finding` for each doubt, the rulings that would settle it, and one HTML page.
May import: rulings, typeset, text, broadsheet.lexicon, broadsheet.model, Jinja.
"""
