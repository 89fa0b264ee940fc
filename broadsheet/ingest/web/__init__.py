"""Web pages saved from a browser, read by their markup.

In: the HTML of a saved page. Out: the same `Reading` that a printed page gives, its one story told by elements and
class names instead of by widths.
May import: reading, broadsheet.lexicon, broadsheet.model, Beautiful Soup and lxml.
"""
