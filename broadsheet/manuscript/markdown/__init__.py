"""A manuscript's Markdown: the dialect, a fast lane for plain prose, and the way back from plain words."""
