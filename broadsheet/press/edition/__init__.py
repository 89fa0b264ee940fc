"""An edition: galleys made up into pages, and the sheets of its front, printed pages and articles.

In: galleys of one edition, the dates of its neighbours. Out: views, sheets, and a record for lists and feeds.
Imports `sheets`, the words of `share_images`, and the rooms below them.
"""
