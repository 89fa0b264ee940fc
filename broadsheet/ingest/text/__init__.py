"""The characters of a raw page: files decoded, lines labelled and measured, texts compared and put into words.

In: the bytes of a raw page. Out: its `SourceText`, its lines as `Piece`s with the roles that their own words give, and
printed text made of spans. Nothing here knows of columns or stories.
May import: broadsheet.lexicon, broadsheet.manuscript, broadsheet.model.
"""
