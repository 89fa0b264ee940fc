"""The commands of `inv ingest`: raw pages in, manuscripts, receipts, reports or JSON out.

In: paths of raw pages. Out: files under content/ and beside the raw pages, lines on the terminal and an exit code. Only
this room writes files, and only after the ledger has accounted for every character of a page.
May import: every other room of ingest, broadsheet.lexicon, broadsheet.manuscript, broadsheet.model.
"""
