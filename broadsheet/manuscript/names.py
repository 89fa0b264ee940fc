"""Checks of the names of sections, columns, authors and tags, which become addresses and stay so."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

import msgspec

from broadsheet.manuscript.located import Located, Route
from broadsheet.manuscript.schema import spell
from broadsheet.model.characters import spelled
from broadsheet.model.errors import ManuscriptError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.message import say

T = TypeVar("T")

_FIELDS = ("section", "column", "authors", "tags")
_MOST_BYTES = 200  # a file name holds 255 on every common system
_NO_NAME = " .-\t\n\u3000"
MARKLESS = "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028\u2029\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb"
"""What leaves no mark, for a class of a pattern: readers could not tell two names apart that differ in it."""

_HANZI = r"[\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
# Signs between names: in any field, in a field that is not a list, and between hanzi.
_PARTS = re.compile(r"\s*[、，；﹑､﹐﹔\n]\s*")
_PARTS_A_LINE = re.compile(r"\s*[、，；﹑､﹐﹔\n,;]\s*")
_PARTS_HANZI = re.compile(rf"(?<={_HANZI})\s*[/／|｜&＆+＋\s]\s*(?={_HANZI})")
_ORDINARY = re.compile(
    rf"(?:[^\s.、，；﹑､﹐﹔,;/／|｜&＆+＋{MARKLESS}-][^\s、，；﹑､﹐﹔,;/／|｜&＆+＋{MARKLESS}]{{0,39}})?"
).fullmatch
_QUOTED = re.compile(r"[\[\]{},:#\"'&*!|>%@`]|^[-?]")


class _Field(msgspec.Struct, frozen=True):
    """The names in one field: each with its route, and whether they are written as a list."""

    key: str
    names: tuple[tuple[Route, str], ...]
    is_list: bool = False


def with_names(fields: Located, path: str, read: Callable[[], T]) -> T:
    """Return the result of `read`, which reads the `fields` of a manuscript, an `edition.yaml` or a file of rulings.

    Raises ManuscriptError with the findings of `read` and those about names.
    """
    wrong = () if _are_ordinary(fields.value) else tuple(_findings(fields, path))
    try:
        made = read()
    except ManuscriptError as error:
        raise ManuscriptError(*error.findings, *wrong) from error
    raise_if_any(ManuscriptError, wrong)
    return made


def _are_ordinary(value: dict[str, object]) -> bool:
    """Whether no name needs a closer look, as in nearly every manuscript."""
    for key in _FIELDS:
        found = value.get(key, "")
        for name in found if isinstance(found, list) else (found,):
            if not (isinstance(name, str) and _ORDINARY(name)):
                return False
    return "pages" not in value and "rulings" not in value


def _findings(fields: Located, path: str) -> Iterator[Finding]:
    for field in _fields(fields.value):
        for route, message, hint in (*_no_names(field), *_several(field)):
            line, column = fields.places[route]
            yield Finding("bad-value", path, message, hint, line, column)


def _fields(value: dict[str, object]) -> Iterator[_Field]:
    for key in _FIELDS:
        found = value.get(key)
        if isinstance(found, str):
            yield _Field(key, (((key,), found),))
        elif isinstance(found, list):
            names = (((key, number), name) for number, name in enumerate(found) if isinstance(name, str))
            yield _Field(key, tuple(names), is_list=True)
    pages = value.get("pages")
    for number, page in pages.items() if isinstance(pages, dict) else ():
        key = next((key for key in ("section", "name") if isinstance(page, dict) and page.get(key)), "")
        if key and isinstance(page[key], str):
            yield _Field(key, ((("pages", number, key), page[key]),))
    rulings = value.get("rulings")
    for number, ruling in enumerate(rulings if isinstance(rulings, list) else ()):
        column = ruling.get("column") if isinstance(ruling, dict) else None
        if isinstance(column, str):
            yield _Field("column", ((("rulings", number, "column"), column),))


def _no_names(field: _Field) -> Iterator[tuple[Route, str, str]]:
    for route, name in field.names:
        if name and not name.strip(_NO_NAME):
            message = say(
                "`%(key)s` cannot be “%(name)s”, of which no address can be made", key=spell(route), name=name
            )
            yield route, message, say("write a name, or take the field out")
        elif mark := re.search(f"[{MARKLESS}]", name):
            message = say(
                "`%(key)s` holds %(char)s, which leaves no mark", key=spell(route), char=spelled(mark[0])
            )
            yield route, message, say("take it out")
        elif len(name.encode(errors="surrogatepass")) > _MOST_BYTES:
            message = say(
                "`%(key)s` has more than %(most)s bytes, of which no address can be made",
                key=spell(route),
                most=_MOST_BYTES,
            )
            yield route, message, say("shorten it; a hanzi has three bytes")


def _several(field: _Field) -> Iterator[tuple[Route, str, str]]:
    """Yield a mistake if several authors or tags are written in one text; the hint shows them as a list."""
    if field.key not in ("authors", "tags"):
        return
    parted = [(route, name, _parted(name, field)) for route, name in field.names]
    route, name = next(((route, name) for route, name, parts in parted if len(parts) > 1), ((), ""))
    if not route:
        return
    names = [part for _, _, parts in parted for part in parts]
    names = _bare(names) if field.key == "authors" else names
    hint = say("write `%(line)s`", line=f"{field.key}: {_listed(names)}")
    if not field.is_list and len(_parted(name, msgspec.structs.replace(field, is_list=True))) == 1:
        single = f"{field.key}: {_listed([name])}"
        hint = say("%(hint)s; if it is one name, write `%(line)s`", hint=hint, line=single)
    message = say("`%(key)s` holds several names in one text: “%(name)s”", key=spell(route), name=name)
    yield route, message, hint


def _parted(name: str, field: _Field) -> list[str]:
    parts = [part for part in (_PARTS if field.is_list else _PARTS_A_LINE).split(name.strip()) if part]
    if field.key == "tags" and field.is_list:
        return parts
    return [piece for part in parts for piece in _parted_hanzi(part)]


def _parted_hanzi(name: str) -> list[str]:
    """Return the names in `name` that are parted by spaces between hanzi: 张三 李四 are two, 王　军 is one with wide spacing."""
    pieces: list[str] = []
    for piece in _PARTS_HANZI.split(name):
        if len(piece) == 1 and pieces and len(pieces[-1]) == 1:
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces if all(len(piece) > 1 for piece in pieces) else [name]


def _bare(names: Sequence[str]) -> list[str]:
    """Return `names` without the words of a byline before them, such as 本报记者."""
    from broadsheet.lexicon.patterns import load_lexicon  # noqa: PLC0415  lazy: most names are right

    patterns = load_lexicon("zh").words["not_a_name"]
    return [bare for name in names if (bare := _without(patterns, name))] or list(names)


def _without(patterns: Sequence[re.Pattern[str]], name: str) -> str:
    for pattern in patterns:
        name = pattern.sub(" ", name)
    return name.strip()


def _listed(names: Sequence[str]) -> str:
    written = (f'"{name}"' if _QUOTED.search(name) else name for name in names)
    return f"[{', '.join(written)}]"
