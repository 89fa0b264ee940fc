"""Standing pages: those that no edition changes: about pages, 404, robots.txt, the service worker, the theme's files.

In: `content/about*.md`, the theme. Out: files on the stage. Imports `feeds` and the rooms below it.
"""
