"""The theme: Jinja's environment, templates, and static files.

In: the theme's folder. Out: rendered templates; published style sheets and scripts.
Imports `files`, `paper` and `views`.
"""
