"""Plates (制版): the thumbnails of a photo, in several widths and formats.

In: picture files in content/. Out: plates, cached by the picture's digest. Imports `files`, `paper` and `views`.
"""
