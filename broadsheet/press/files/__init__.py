"""Files of the site and of the cache: reading, writing, staging, digests.

In: paths and bytes. Out: files on disk; a build's new files are staged until all are there, then moved in at once.
Imports the model and nothing else of the press.
"""
