"""The theme's templates, and the parts of pages that are the same on every page."""

from pathlib import Path, PurePosixPath
from types import SimpleNamespace, TracebackType

from jinja2 import Environment, Template, TemplateError
from markupsafe import Markup

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.theme.folder import EPUB, TEMPLATES
from broadsheet.press.views.site import PaperView

_STANDING = "standing/"
_XHTML = ".xhtml"

# The exceptions that a mistake in a template may raise.
_MISTAKES = (
    TemplateError,
    TypeError,
    AttributeError,
    LookupError,
    ValueError,
    ArithmeticError,
    RecursionError,
)


class Templates:
    """The templates of one theme; a mistake in one raises PressError with the template's path and line."""

    def __init__(self, environment: Environment, theme: Path) -> None:
        self._environment = environment
        self._theme = theme

    def get(self, name: str) -> Template:
        """Return the template `name`, such as `article`, or `article.xhtml` of an EPUB.

        Raises PressError where it is missing or cannot be compiled.
        """
        file = name if name.endswith(_XHTML) else f"{name}.html"
        try:
            return self._environment.get_template(file)
        except (TemplateError, UnicodeDecodeError) as error:
            line = getattr(error, "lineno", 0) or 0
            path = getattr(error, "filename", "") or str(
                self._theme / (EPUB if file == name else TEMPLATES) / file
            )
            raise PressError(Finding(code="template", path=path, line=line, message=str(error))) from error

    def standing_matter(self, paper: PaperView) -> SimpleNamespace:
        """Return the HTML of each template in standing/ by its name: parts of a page that are the same on every page.

        They are rendered once, from `paper` alone; a page prints them by name: `{{ standing.colophon }}`. (Standing
        matter is type that a printer keeps set.)
        """
        pieces = {}
        for name in self._environment.list_templates(filter_func=lambda name: name.startswith(_STANDING)):
            piece = PurePosixPath(name).with_suffix("")
            html = rendered(self.get(str(piece)), {"paper": paper}, "every page")
            pieces[piece.name] = Markup(html.strip())  # noqa: S704  the template escaped it
        return SimpleNamespace(**pieces)


def rendered(template: Template, views: dict[str, object], source: str) -> str:
    """Return `template` rendered with the context `views`; errors name `source`, the page's manuscript. Raises PressError."""
    try:
        return template.render(views)
    except _MISTAKES as error:
        raise PressError(_finding(error, template, source)) from error


def _finding(error: Exception, template: Template, source: str) -> Finding:
    """Return the finding for `error`; its line comes from the traceback, whose frames Jinja gives template lines."""
    path, line = _theme_frame(error.__traceback__) or (template.filename or "theme", 0)
    return Finding(
        code="template",
        path=path,
        line=line,
        message=f"{template.name} cannot show {source}: {error}",
        hint="templates see the types in broadsheet/press/views/, and nothing else",
    )


def _theme_frame(traceback: TracebackType | None) -> tuple[str, int] | None:
    found = None
    while traceback:
        name = traceback.tb_frame.f_code.co_filename
        if name.endswith((".html", _XHTML, ".xml", ".jinja")):
            found = (name, traceback.tb_lineno)
        traceback = traceback.tb_next
    return found
