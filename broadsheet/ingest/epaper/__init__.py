"""Digital papers (数字报): saved pages of a paper, with the pages of their articles, as printed pages.

In: a folder with the pages of an edition as a browser saved them, or one page with its articles in one file (MHTML).
Out: the same reading that a saved web page gives, with all stories of the printed page, its picture and its map.
May import: reading, web, text, broadsheet.lexicon, broadsheet.model, Beautiful Soup and Pillow.
"""
