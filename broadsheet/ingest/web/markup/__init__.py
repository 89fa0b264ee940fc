"""The HTML of a saved page → its elements, and its text in runs, each of which is what stands in one block.

May import: broadsheet.lexicon, broadsheet.model, Beautiful Soup and lxml.
"""
