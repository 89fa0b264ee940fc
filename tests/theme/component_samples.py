"""The theme's components, each alone: the sample in its folder, on a page of its own."""

from tests.theme import samples
from tests.theme.rendering import THEME, environment

COMPONENTS = sorted(folder.name for folder in (THEME / "components").iterdir())

PAGE = """<!DOCTYPE html>
<html lang="{lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
{links}
</head>
<body>
<main class="sheet">
{sample}
</main>
</body>
</html>
"""


def sample(component: str) -> str:
    """What sample.html of `component` shows."""
    return environment().get_template(f"{component}/sample.html").render(samples=samples)


def sheets_with(component: str) -> list[str]:
    """The style sheets that pages link to and that import the component's."""
    sheets = sorted((THEME / "static/css").glob("*.css"))
    named = f"/components/{component}/{component}.css"
    return [sheet.name for sheet in sheets if named in sheet.read_text(encoding="utf-8")]


def sample_page(component: str) -> str:
    """The sample of `component` in the style sheets of the first kind of page that has it."""
    sheets = dict.fromkeys(("paper.css", sheets_with(component)[0]))
    links = (f'<link rel="stylesheet" href="{samples.PAPER.theme_href}css/{sheet}">' for sheet in sheets)
    return PAGE.format(
        lang=samples.PAPER.lang, title=component, links="\n".join(links), sample=sample(component)
    )
