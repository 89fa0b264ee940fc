"""The paper: its settings, its language and words, its addresses.

In: `pelicanconf.py` or `publishconf.py`, message catalogues. Out: a frozen `Paper`, its words in its language, slugs
and links. Imports `files`.
"""
