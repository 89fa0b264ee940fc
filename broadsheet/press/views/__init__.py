"""The template context: frozen structs that templates see, with every field present.

In: nothing. Out: the types that other rooms fill and templates print. Imports nothing of the press.
"""
