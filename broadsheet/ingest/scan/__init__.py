"""A scan: the picture of a page → its marks, recognised by a program, and the picture that readers get of it.

In: PNG, JPEG, TIFF or WebP, or a page in a PDF that has no text. Out: `PageMarks` whose glyphs say how sure the
recognition was of them. Both are read in a process of its own, as PDFs are. RapidOCR recognises the characters, where
`broadsheet[ocr]` is installed; a page's picture alone needs no more than Pillow.
May import: pdf, text, broadsheet.model.
"""
