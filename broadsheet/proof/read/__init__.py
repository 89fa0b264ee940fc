"""Files into what checks see: the archive of content/, each manuscript with its sentences, and the built site.

In: files. Out: frozen data, and the findings of what cannot be read.
May import: broadsheet.manuscript, broadsheet.lexicon, broadsheet.model.
"""
