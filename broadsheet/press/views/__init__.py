"""The template context: frozen structs that templates get. Templates arrange their fields and compute nothing.

In: nothing. Out: types, which other rooms fill. Every field is always present; an empty string means that there is
nothing to show or to link to. Every `href` begins with the path of SITEURL. Imports nothing of the press.
"""
