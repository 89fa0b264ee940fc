"""Templates rendered as the press renders them, without the press."""

from functools import cache
from pathlib import Path
from typing import Any

import msgspec
from jinja2 import Environment
from markupsafe import Markup

from broadsheet.press.engine import JINJA_ENVIRONMENT
from broadsheet.press.paper.message_catalogues import install
from broadsheet.press.theme.environment import CLOSED
from broadsheet.press.theme.loader import ThemeLoader
from broadsheet.press.theme.template_code import write_theme_code
from broadsheet.press.theme.templates import Templates
from broadsheet.press.views.site import HeadView, PaperView
from tests.theme import samples

THEME = Path(__file__).parents[2] / "theme"


@cache
def environment() -> Environment:
    """Compile the templates once for all tests of this process."""
    settings: dict[str, Any] = {**JINJA_ENVIRONMENT, **CLOSED}
    made = Environment(loader=ThemeLoader([THEME / "templates", THEME / "components"]), **settings)
    write_theme_code(made)
    install(made, THEME, samples.PAPER.lang)
    return made


def render(
    template: str,
    context: dict[str, Any],
    *,
    sparse: bool = False,
    paper: PaperView | None = None,
    head: HeadView | None = None,
) -> str:
    env = environment()
    paper = paper or (samples.SPARSE_PAPER if sparse else samples.PAPER)
    common = {
        "paper": paper,
        "standing": Templates(env, THEME).standing_matter(paper),
        "scripts": None if sparse else samples.SCRIPTS,
        "head": head or (samples.SPARSE_HEAD if sparse else samples.HEAD),
    }
    if listed := context.get("listed"):
        item = env.get_template("listed_line.html" if context["listing"].is_index else "listed.html")
        articles = tuple(Markup(item.render(**common, card=card)) for card in listed)
        context = {"listing": msgspec.structs.replace(context["listing"], articles=articles)}
    return env.get_template(template).render(**common, **context)
