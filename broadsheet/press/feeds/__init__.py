"""The formats of feeds and sitemaps: Atom, RSS, JSON Feed, sitemaps.org.

In: feed entries of articles, records of editions. Out: the bytes of a feed or a sitemap.
Imports `edition` and the rooms below it.
"""
