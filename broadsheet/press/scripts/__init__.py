"""The other script of a Chinese paper: its pages converted from simplified to traditional characters, or back.

In: a rendered page. Out: the same page in the other script, below `/zh-Hant/` or `/zh-Hans/`. Imports `paper` and `views`.
"""
