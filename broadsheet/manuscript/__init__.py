"""Article ↔ Markdown file: the one schema of front matter, its reader, its writer, and what Markdown means here."""

from broadsheet.manuscript.edition_file import read_edition
from broadsheet.manuscript.reader import parse_article, read_article

__all__ = ["parse_article", "read_article", "read_edition"]
