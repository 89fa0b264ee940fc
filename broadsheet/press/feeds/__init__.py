"""Feeds in Atom, RSS and JSON Feed, and sitemaps: the formats.

In: entries of articles, records of editions. Out: bytes of a feed or a sitemap.
Imports `edition` and the rooms below it.
"""
