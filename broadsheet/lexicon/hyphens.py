"""Hyphens at a line's end: the signs that print or a transcriber sets where a line's end divides a word."""

HYPHENS = "-‐⸗=¬\u00ad"
TRANSCRIBED = "¬\u00ad"  # a transcriber's signs, which stand for a division and nothing else
