"""Templates rendered as the press renders them, without the press."""

from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from broadsheet.press.engine import JINJA_ENVIRONMENT
from tests.theme import samples

THEME = Path(__file__).parents[2] / "theme"


def environment() -> Environment:
    settings: dict[str, Any] = {**JINJA_ENVIRONMENT, "autoescape": True, "undefined": StrictUndefined}
    return Environment(loader=FileSystemLoader(THEME / "templates"), **settings)


def render(template: str, context: dict[str, Any], *, sparse: bool = False) -> str:
    common = {
        "paper": samples.SPARSE_PAPER if sparse else samples.PAPER,
        "head": samples.SPARSE_HEAD if sparse else samples.HEAD,
    }
    return environment().get_template(template).render(**common, **context)
