"""Files of the site and of the cache: reading, writing, staging, digests.

In: paths and bytes. Out: files on disk. A build stages its new files until all are written, then moves them in.
Imports the model and nothing else of the press.
"""
