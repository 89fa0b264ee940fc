"""The code that Jinja makes of a theme's templates: its own, without what costs a page dearly and gives it nothing.

A page prints some two hundred values and calls some forty macros. Jinja marks each value as safe anew, looks for
a field that a view has not among the entries of a dictionary, and asks of each macro what it would like to be told.
Here a value is escaped and printed, a dot names a field as in Python, and a macro is called.

`jinja2.nativetypes` shows how Jinja means its code generator to be changed.
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
    """Have `environment` write the code of its templates as this module says."""
    environment.extend(printed=printed, Macro=PlainMacro)
    environment.code_generator_class = _Code
    environment.context_class = _Context


def printed(value: object) -> str:
    """Return `value` as it stands on a page: escaped, unless it is safe HTML."""
    if type(value) is str and not (
        "&" in value or "<" in value or ">" in value or '"' in value or "'" in value
    ):
        return value
    return value if type(value) is Markup else escape(value)


class PlainMacro(Macro):
    """A macro that is told just what it takes, in its order; how else one may be called is Jinja's matter."""

    def __init__(
        self, environment: Environment, func: Callable[..., str], name: str, takes: list[str], *others: Any
    ) -> None:
        super().__init__(environment, func, name, takes, *others)
        self.plain = func
        self.takes = -1 if self.catch_kwargs or self.catch_varargs or self.caller else len(takes)

    def __call__(self, *args: object, **named: object) -> str:
        """Return the macro's HTML."""
        if len(args) == self.takes and not named:
            return str.__new__(Markup, self.plain(*args))  # escaped, so `Markup(…)` need not ask
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
