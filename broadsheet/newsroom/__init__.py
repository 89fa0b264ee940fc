"""The newsroom: new editions and articles, moves and withdrawals, and tables of what content/ holds.

In: dates, page numbers, headlines and paths that an editor types. Out: files in content/, lines on the terminal, exit
codes. May import: broadsheet.manuscript, broadsheet.lexicon, broadsheet.files, broadsheet.model.
"""

from broadsheet.newsroom.desk import list_content, make_new
from broadsheet.newsroom.leaving import move_articles, withdraw_articles

__all__ = ["list_content", "make_new", "move_articles", "withdraw_articles"]
