"""The code of a theme's templates: what Jinja's own would print, and what it refuses."""

from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment
from markupsafe import Markup

from broadsheet.press.theme.environment import CLOSED
from broadsheet.press.theme.template_code import write_theme_code

OTHERS = {
    "named.html": "{% macro link(text, href='/') %}<a href='{{ href }}'>{{ text }}{{ varargs }}</a>{% endmacro %}",
    "base.html": "<{% block main %}{{ word }}{% endblock %}>",
}
VIEWS = {
    "word": '<江城> & “it\'s” "so"',
    "safe": Markup("<b>粗</b>"),
    "number": 12,
    "nothing": None,
    "view": SimpleNamespace(
        title="a < b", items=("x>", "y"), link=SimpleNamespace(text="&"), **{"class": "<i>"}
    ),
}


def jinja() -> Environment:
    return Environment(loader=DictLoader(OTHERS), **CLOSED)  # type: ignore[arg-type]  # by name


def ours() -> Environment:
    environment = jinja()
    write_theme_code(environment)
    return environment


@pytest.mark.parametrize(
    "template",
    [
        "{{ word }}|{{ safe }}|{{ number }}|{{ nothing }}|{{ word ~ safe }}|{{ '<' }}|{{ safe + word }}",
        "{{ view.title }}{% for item in view.items %}{{ loop.index }}{{ item }}{{ loop.last }}{% endfor %}",
        "{{ view.link.text if view.items else '' }}{{ view.title.upper() }}{{ view['title'] }}",
        "{% macro pair(a, b) %}{{ a }}{{ b }}{% endmacro %}{{ pair(word, safe) }}{{ pair(pair(word, 1), 2) }}",
        "{% macro pair(a, b='<') %}{{ a }}{{ b }}{% endmacro %}{{ pair(word) }}{{ pair(b=word, a=safe) }}",
        "{% macro box() %}<i>{{ caller() }}</i>{% endmacro %}{% call box() %}{{ word }}{% endcall %}",
        "{% macro all() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ all(word, a=safe) }}",
        "{% from 'named.html' import link %}{{ link(word) }}{{ link(word, word, 1, 2) }}{{ link(href=word, text=1) }}",
        "{% import 'named.html' as named %}{% for word in view.items %}{{ named.link(word, '/') }}{% endfor %}",
        "{% extends 'base.html' %}{% block main %}{{ super() }}{{ number }}{% endblock %}",
        "{% block main %}{{ view.class }}{{ word }}{% endblock %}{{ self.main() }}",
        "{% set set %}<u>{{ word }}</u>{% endset %}{{ set }}{{ word | upper }}{{ number | string | safe }}",
        "{% filter upper %}{{ view.title }}{% endfilter %}{% with a = word %}{{ a }}{% endwith %}",
    ],
)
def test_templates_print_what_jinja_prints(template: str) -> None:
    plain = jinja().from_string(template).render(VIEWS)
    assert ours().from_string(template).render(VIEWS) == plain


def test_a_macro_that_is_called_wrongly_says_so() -> None:
    template = ours().from_string("{% macro one(a) %}{{ a }}{% endmacro %}{{ one(1, 2) }}")
    with pytest.raises(TypeError, match="'one' takes not more than 1 argument"):
        template.render()


def test_a_dot_names_a_field_and_no_entry() -> None:
    entries = {"entry": 1}
    with pytest.raises(AttributeError, match="no attribute 'entry'"):
        ours().from_string("{{ entries.entry }}").render(entries=entries)
    assert ours().from_string("{{ entries['entry'] }}").render(entries=entries) == "1"
