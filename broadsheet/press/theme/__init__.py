"""The theme: Jinja's environment, templates, and static files.

In: the theme's folder. Out: rendered templates; style sheets with their imports in place.
Imports `files`, `paper` and `views`.
"""
