"""The newsroom: new editions, new articles, and tables of what content/ holds.

In: dates, page numbers and headlines that an editor types. Out: files in content/, lines on the terminal, exit codes.
May import: broadsheet.manuscript, broadsheet.model.
"""

from broadsheet.newsroom.desk import list_content, make_new

__all__ = ["list_content", "make_new"]
