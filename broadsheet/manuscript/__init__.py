"""Article ↔ Markdown file: the one schema of front matter, its reader, its writer, and what Markdown means here."""

from broadsheet.manuscript.reader import parse_article, read_article
from broadsheet.manuscript.records.edition_file import read_edition

__all__ = ["parse_article", "read_article", "read_edition"]
