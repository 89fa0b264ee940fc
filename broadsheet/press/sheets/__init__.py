"""Sheets: single pages of the site, each a template with its context, and the press that renders them.

In: a sheet. Out: an HTML file on the stage. Imports `copy`, `theme` and the rooms below them.
"""
