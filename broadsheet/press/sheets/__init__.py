"""Sheets: each is one page of the site, a template with its context. The sheet press renders them.

In: a sheet. Out: an HTML file on the stage. Imports `copy`, `theme` and the rooms below them.
"""
