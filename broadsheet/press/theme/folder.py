"""The folders of a theme: templates, static files, components, each a folder with some of both, and the templates of EPUB and of print.

Example: `components/viewer/` holds viewer.html with macros, and viewer.css and viewer.js, which go to readers.
"""

from typing import Final

TEMPLATES: Final = "templates"
COMPONENTS: Final = "components"
STATIC: Final = "static"
EPUB: Final = "epub"
PRINT: Final = "print"

_STYLE, _SCRIPT = ".css", ".js"


def is_sent(name: str) -> bool:
    """Whether the file `name` of a component is published; the others are templates."""
    return name.endswith((_STYLE, _SCRIPT))


def sent_as(name: str) -> str:
    """Return the path, below the site's theme/, at which the file `name` of a component is published: js/viewer.js."""
    return f"css/components/{name}" if name.endswith(_STYLE) else f"js/{name}"
