"""Which text belongs to which stack: stories grow along the strongest evidence, and no story gets a second stack.

In: the segments of a page with their kinds. Out: stories. Evidence is where things stand: text right below a headline,
text that goes on in the column beside it, columns that begin level. Rules part stories.
"""
