"""PDF: an edition made up as a printed paper, to print, `/2024-04-15/edition.pdf`.

In: the documents and pictures of the edition's EPUB. Out: the bytes of a file, set by Typst (https://typst.app).
Imports `epub` and the rooms below it.
"""
