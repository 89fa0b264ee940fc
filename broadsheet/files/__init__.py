"""How files are written: whole, together and one command at a time. Ingest and the press both write through this.

In: paths and bytes. Out: files on disk. `quick_files` holds the operations, `stage` makes many of them one transaction,
`page_files` is that of an ingested page, and `project_lock` admits one writer at a time. Imports the model alone.
"""
