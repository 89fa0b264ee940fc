"""Fields: what front matter and `edition.yaml` hold. YAML says what they mean; most are read without its parser."""

from broadsheet.manuscript.located import Located
from broadsheet.manuscript.plain_fields import plain_mapping


def load_mapping(text: str, path: str, first_line: int = 1) -> Located:
    """Return the mapping that `text` holds; `first_line` is where the text begins in its file.

    Raises ManuscriptError with the place of what is not plain YAML.
    """
    fields = plain_mapping(text)
    if fields is None:
        return _read_yaml(text, path, first_line)
    return Located(fields, lambda: _read_yaml(text, path, first_line).places)


def _read_yaml(text: str, path: str, first_line: int) -> Located:
    from broadsheet.manuscript.located_yaml import read_yaml  # noqa: PLC0415  lazy: most files take the fast lane

    return read_yaml(text, path, first_line)
