"""The paper: its settings, its language and words, its addresses.

In: `pelicanconf.py` or `publishconf.py`, message catalogues. Out: one frozen `Paper`, words in the paper's language,
slugs and links. Imports `files`.
"""
