"""What lies in a theme's folder: templates, static files, and components, which have some of both.

A component is a folder: `components/viewer/` has the macros of viewer.html for templates, and viewer.css and
viewer.js for readers.
"""

from typing import Final

TEMPLATES: Final = "templates"
COMPONENTS: Final = "components"
STATIC: Final = "static"

_STYLE, _SCRIPT = ".css", ".js"


def is_sent(name: str) -> bool:
    """Return whether readers get the file `name` of a component; one that they do not get is a template."""
    return name.endswith((_STYLE, _SCRIPT))


def sent_as(name: str) -> str:
    """Return where readers get the file `name` of a component, below the site's theme/: viewer.js is js/viewer.js."""
    return f"css/components/{name}" if name.endswith(_STYLE) else f"js/{name}"
