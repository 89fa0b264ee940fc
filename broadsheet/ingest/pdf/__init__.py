"""A page in a PDF → its marks: glyphs, rules and pictures.

In: a PDF file. Out: `PageMarks`, or an error that names the file and what is wrong with it. PDFium reads the file in a
process of its own with bounds of time and memory, since a damaged or hostile file may crash it or keep it busy.
May import: text, broadsheet.model.
"""
