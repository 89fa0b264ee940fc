"""Plates (制版): the thumbnails and formats of a photo that the site publishes.

In: picture files in content/. Out: plates, cached by the picture's digest. Imports `files`, `paper` and `views`.
"""
