"""What earlier builds keep of the site, in one SQLite file; the rows of editions, the files and the links each in a module."""
