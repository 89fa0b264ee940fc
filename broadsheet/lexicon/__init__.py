"""The language of newspapers as data: patterns for roles, character classes, and tables of words.

May import: broadsheet.model.
"""
