"""The characters that print or a transcriber sets where a line end divides a word."""

HYPHENS = "-‐⸗=¬\u00ad"
TRANSCRIBED = "¬\u00ad"  # those of transcribers, which never belong to the word
