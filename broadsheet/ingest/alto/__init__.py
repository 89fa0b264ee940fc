"""A page in ALTO, as libraries make of their scans → its marks, and the articles that METS names.

In: an ALTO file (Library of Congress, versions 1 to 4), perhaps with a METS file beside it. Out: `PageMarks` whose
glyphs say how sure the recognition was of them. No entity is read, and nothing from the network.
May import: text, broadsheet.model.
"""
