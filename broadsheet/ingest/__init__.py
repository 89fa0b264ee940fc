"""Raw pages → articles.

`pipeline` lists the stages that read a printed page in each script, `stages` defines them, and `reading` is their result.
The rooms, from the bottom up: `text` (characters and lines), `matter` (verse and tables), `typeset` (lines as paragraphs),
`stories` (paragraphs as articles), `web` (saved web pages), `rulings` (an editor's decisions), `report` (doubts for an
editor), `desk` (the commands). Each imports only from those below it.

This module imports nothing: a process that reads one PDF imports it too, and needs no other room. Nor does `desk` import
stages before a page needs them: numpy and scipy take as long to load as several pages take to read.
"""
