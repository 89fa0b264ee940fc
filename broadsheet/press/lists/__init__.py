"""The pages and files of all editions together: the front page, lists, calendars, feeds and sitemaps.

In: the build cache, the editions that changed. Out: the sheets and files that those editions change.
Imports `standing`, `plan` and the rooms below them.
"""
