"""Pictures: their captions, and the stories that they belong to.

In: the pictures and segments of a page, and its stories. Out: pictures with captions, each with its story.
"""
