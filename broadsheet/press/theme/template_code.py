"""The code that Jinja generates for templates, with three shortcuts that halve the time of rendering a page.

A page prints some 200 values and calls some 40 macros. Jinja wraps each value in Markup, looks a missing field up as
a dictionary entry too, and inspects each macro's parameters at each call. Here a value is escaped and printed, a dot
is Python's dot, and a macro is called. Jinja's own `jinja2.nativetypes` changes the code generator in the same way.
docs/decisions/0018-the-code-of-templates.md has the reasons.
"""

from collections.abc import Callable
from keyword import iskeyword
from typing import Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.nodes import Getattr, Name
from jinja2.runtime import Context, Macro
from markupsafe import Markup, escape


def write_theme_code(environment: Environment) -> None:
    """Set `environment` to generate the code of this module."""
    environment.extend(printed=printed, Macro=PlainMacro)
    environment.code_generator_class = _Code
    environment.context_class = _Context


def printed(value: object) -> str:
    """Return `value` as HTML: escaped, unless it is Markup."""
    if type(value) is str and not (
        "&" in value or "<" in value or ">" in value or '"' in value or "'" in value
    ):
        return value
    return value if type(value) is Markup else escape(value)


class PlainMacro(Macro):
    """A macro; a call with exactly its positional parameters goes straight to its function, any other through Jinja."""

    def __init__(
        self, environment: Environment, func: Callable[..., str], name: str, takes: list[str], *others: Any
    ) -> None:
        super().__init__(environment, func, name, takes, *others)
        self.plain = func
        self.takes = -1 if self.catch_kwargs or self.catch_varargs or self.caller else len(takes)

    def __call__(self, *args: object, **named: object) -> str:
        """Return the macro's HTML."""
        if len(args) == self.takes and not named:
            return str.__new__(
                Markup, self.plain(*args)
            )  # escaped already, so `Markup(…)` would check for nothing
        return super().__call__(*args, **named)


class _Context(Context):
    def call(self, called: Callable[..., Any], /, *args: object, **named: object) -> Any:
        if type(called) is not PlainMacro:
            return super().call(called, *args, **named)
        named.pop("_loop_vars", None)
        named.pop("_block_vars", None)
        return called(*args, **named)


class _Code(CodeGenerator):
    def _output_child_pre(self, _node: object, _frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        self.write("environment.printed(")
        if finalize.src:
            self.write(finalize.src)

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802  Jinja's name
        is_block = isinstance(node.node, Name) and node.node.name == "self"
        if is_block or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
        else:
            self.visit(node.node, frame)
            self.write(f".{node.attr}")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("environment.")
        super().macro_def(macro_ref, frame)
