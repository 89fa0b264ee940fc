"""Mending what cannot change a text's meaning: marks, digits and spaces of the body. Fields are left as they are."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import unified_diff
from pathlib import Path, PurePath
from typing import NamedTuple

from broadsheet.manuscript.markdown.dialect import render
from broadsheet.manuscript.markdown.escaping import plain_text
from broadsheet.manuscript.markdown.limits import MarkdownLimitError
from broadsheet.manuscript.reader import parse_manuscript
from broadsheet.model.errors import ManuscriptError
from broadsheet.proof.check import Spot
from broadsheet.proof.findings import prose_spots
from broadsheet.proof.read.exceptions import exceptions_in
from broadsheet.proof.read.prose import prose_of
from broadsheet.proof.read.tree import Tree

_TAG = re.compile(r"</?[a-z][a-z0-9]*")
_ZEROS = "0Oo〇"  # what `zero-sign` mends, and what it is mended to
_ROUNDS = 5  # what one change lets another check see is mended too


class Fixed(NamedTuple):
    """A file with its text before and after."""

    path: Path
    before: str
    after: str

    @property
    def diff(self) -> str:
        """The change as a unified diff."""
        before, after = self.before.splitlines(keepends=True), self.after.splitlines(keepends=True)
        return "".join(unified_diff(before, after, f"a/{self.path}", f"b/{self.path}"))


def fixed_files(tree: Tree, is_wanted: Callable[[str], bool]) -> Iterator[Fixed]:
    """Yield each manuscript of `tree` that `is_wanted` and can be mended; one that cannot be read stays as it is.

    Raises OSError.
    """
    for _, name in tree.articles:
        path = tree.content / name
        if not is_wanted(str(path)) or path.stat().st_size > tree.limits.manuscript:
            continue
        try:
            before = path.read_bytes().decode("utf-8")
            after = fixed(before, path)
        except (UnicodeDecodeError, ManuscriptError):
            continue
        if after != before:
            yield Fixed(path, before, after)


def fixed(text: str, path: PurePath) -> str:
    """Return the text of a manuscript, mended. Raises ManuscriptError for one that cannot be read."""
    plain = text.replace("\r\n", "\n")
    if "\r" in plain or (plain != text and text.count("\n") != text.count("\r\n")):
        return text  # its lines end in several ways
    for _ in range(_ROUNDS):
        mended = _mended_once(plain, path)
        if mended == plain:
            break
        plain = mended
    return plain.replace("\n", "\r\n") if "\r\n" in text else plain


def _mended_once(text: str, path: PurePath) -> str:
    parsed = parse_manuscript(text.removeprefix("\ufeff"), path)
    body = parsed.article.body
    excepted = {e.code for e in exceptions_in(parsed.front, 2, body) if e.reason}
    prose = prose_of(parsed.article)
    spots = [
        spot
        for check, spot in prose_spots(prose)
        if spot.mended is not None and spot.start >= prose.body_start and check.code not in excepted
    ]
    if not spots:
        return text
    start = len(text) - len(text.split("\n", parsed.body_line - 1)[-1])
    return text[:start] + _mended_body(body, spots, prose.body_start) + text[start + len(body) :]


def _mended_body(body: str, spots: Sequence[Spot], offset: int) -> str:
    """Return `body` with all of `spots` mended, or those of them that change nothing else."""
    ordered = sorted(set(spots), key=lambda spot: (spot.start, spot.end), reverse=True)
    shape = _shape(body)
    whole = _replaced(body, ordered, offset)
    if shape is None or _shape(whole) == shape:
        return body if shape is None else whole
    for spot in ordered:
        mended = _replaced(body, [spot], offset)
        body = mended if _shape(mended) == shape else body
    return body


def _replaced(body: str, spots: Iterable[Spot], offset: int) -> str:
    """Return `body` with `spots`, from the last to the first, mended; of two that overlap, the first stays as it is."""
    end = len(body)
    for spot in spots:
        if spot.end - offset <= end:
            end = spot.start - offset
            body = body[:end] + (spot.mended or "") + body[spot.end - offset :]
    return body


def _shape(body: str) -> tuple[list[str], str] | None:
    """Return the tags of the page and its letters and digits but for 〇, all of which a change has to keep."""
    try:
        html = render(body)
    except MarkdownLimitError:
        return None
    words = unicodedata.normalize("NFKC", plain_text(html))
    return _TAG.findall(html), "".join(char for char in words if char.isalnum() and char not in _ZEROS)
