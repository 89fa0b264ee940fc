"""A page in ALTO, as libraries make of their scans → its marks, and the articles that METS names.

In: a file in ALTO (Library of Congress, versions 1 to 4), PAGE-XML or hOCR, perhaps with a METS file beside it. Out: `PageMarks` whose
glyphs say how sure the recognition was of them. No entity is read, and nothing from the network.
May import: text, broadsheet.model.
"""
