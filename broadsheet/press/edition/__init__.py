"""An edition: galleys placed on printed pages, and the sheets of its front, its printed pages and its articles.

In: galleys of one edition, the dates of its neighbours. Out: views, sheets, and a record for lists.
Imports `sheets`, the words of `share_images`, and the rooms below them.
"""
