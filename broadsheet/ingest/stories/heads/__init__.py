"""Headlines: which display lines head which story, what speaks for each of them, and which lines stay in doubt.

In: blocks, and the running text of the stories. Out: the story of each display line, the fields of its headline, and the
lines that may be something else.
"""
