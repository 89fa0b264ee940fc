"""The writers, sources and days of a saved web page: the lines that name them, and what speaks for each."""
