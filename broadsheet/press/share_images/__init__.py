"""Share images (分享图): the picture that a link to an article shows on other sites (Open Graph).

In: a headline, the paper's name and a date. Out: PNG files, cached by the words on them. Imports `files` and `paper`.
"""
