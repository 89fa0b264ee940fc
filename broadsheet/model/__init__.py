"""The data of a newspaper: pages, stories, articles, editions, findings. All of it is frozen; nothing reads or writes files.

May import: nothing of broadsheet outside this package.
"""
