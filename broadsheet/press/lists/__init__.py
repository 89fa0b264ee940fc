"""What is made of all editions together: the front page, lists, calendars, feeds and sitemaps.

In: the build cache, the editions that changed. Out: the sheets and files that those editions reach.
Imports `standing`, `plan` and the rooms below them.
"""
