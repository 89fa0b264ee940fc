"""EPUB: an edition as one file to keep and read offline, `/2024-04-15/edition.epub` (EPUB 3.3).

In: the views of an edition and of its articles, the pictures that they show. Out: the bytes of a file.
Imports `edition`, `theme`, `plates`, `share_images` and the rooms below them.
"""
