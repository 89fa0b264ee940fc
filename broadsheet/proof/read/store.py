"""The findings of earlier runs, by the bytes of each file and the code of the checks, in `.cache/`.

A check of a single file is run again only where the file changed. The cache is never a source: a damaged one, or one
that other code made, is as good as none.
"""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar, Union

import msgspec

from broadsheet.model.finding import Finding, Severity
from broadsheet.model.message import Fact, Message
from broadsheet.proof.read.notes import Notes
from broadsheet.proof.read.picture import Picture
from broadsheet.proof.read.site import KnownPage

_PACKAGE = Path(__file__).parents[2]
_OUR_CODE = ("files", "lexicon", "manuscript", "model", "proof")

T = TypeVar("T")


class KeptMessage(msgspec.Struct, frozen=True, array_like=True):
    """A `Message` as it is stored."""

    template: str
    facts: dict[str, Union[str, int, "KeptMessage"]]


class KeptFinding(NamedTuple):
    """A `Finding` as it is stored."""

    code: str
    path: str
    message: str | KeptMessage
    hint: str | KeptMessage
    line: int
    column: int
    severity: Severity


class Proofed(msgspec.Struct, Generic[T], frozen=True, array_like=True):
    """A file as it was proofed: a digest of it, the findings about it alone, and what other checks need to know.

    `known` is None for a file that cannot be read.
    """

    digest: str
    kept: tuple[KeptFinding, ...]
    known: T | None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings about the file."""
        return tuple(map(_finding, self.kept))


def proofed(digest: str, findings: Iterable[Finding], known: T | None) -> Proofed[T]:
    """Return what is stored of a file."""
    return Proofed(digest, kept(findings), known)


def kept(findings: Iterable[Finding]) -> tuple[KeptFinding, ...]:
    """Return `findings` as they are stored."""
    return tuple(
        KeptFinding(f.code, f.path, _kept(f.message), _kept(f.hint), f.line, f.column, f.severity)
        for f in findings
    )


def _finding(kept: KeptFinding) -> Finding:
    message, hint = _message(kept.message), _message(kept.hint)
    return Finding(kept.code, kept.path, message, hint, kept.line, kept.column, kept.severity)


def _kept(message: str) -> str | KeptMessage:
    if not isinstance(message, Message):
        return message
    facts = {name: _kept(fact) if isinstance(fact, str) else fact for name, fact in message.facts.items()}
    return KeptMessage(message.template, facts)


def _message(kept: str | KeptMessage) -> str:
    if isinstance(kept, str):
        return kept
    facts: dict[str, Fact] = {
        name: _message(fact) if isinstance(fact, KeptMessage) else fact for name, fact in kept.facts.items()
    }
    return Message(kept.template, facts)


class Store(msgspec.Struct, array_like=True):
    """What is known of each file, by its path below content/. `code` is the digest of the code that found it."""

    code: str
    manuscripts: dict[str, Proofed[Notes]] = {}
    pictures: dict[str, Proofed[Picture]] = {}


class SiteStore(msgspec.Struct, array_like=True):
    """What was found on a built site: `key` is a digest of the stamps of its files, `kept` are all findings."""

    code: str
    key: str = ""
    kept: tuple[KeptFinding, ...] = ()

    @property
    def findings(self) -> list[Finding]:
        """The findings about the site."""
        return list(map(_finding, self.kept))


class PageStore(msgspec.Struct, array_like=True):
    """The pages of a built site as they were read, by their paths. `code` is the digest of the code that read them."""

    code: str
    pages: dict[str, KnownPage] = {}


AnyStore = TypeVar("AnyStore", Store, SiteStore, PageStore)


def load(kind: type[AnyStore], path: Path, of: Path) -> AnyStore:
    """Return what `path` holds of the folder `of`; an empty store where the code has changed, or nothing can be read."""
    code = f"{_code_digest()} {of}"
    try:
        store = msgspec.msgpack.decode(path.read_bytes(), type=kind)
    except (OSError, MemoryError, msgspec.DecodeError):
        return kind(code)
    return store if store.code == code else kind(code)


def save(store: Store | SiteStore | PageStore, path: Path) -> None:
    """Write `store` to `path`, whole or not at all. Raises OSError."""
    try:
        data = msgspec.msgpack.encode(store)
    except (
        UnicodeEncodeError
    ):  # a file name that is not UTF-8: an error until it is mended, so nothing is kept
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.write_bytes(data)
    new.replace(path)


@cache
def _code_digest() -> str:
    state = blake2b(digest_size=16)
    for part in _code():
        state.update(len(part).to_bytes(8, "big"))
        state.update(part)
    return state.hexdigest()


def _code() -> Iterator[bytes]:
    yield sys.version.encode()
    yield from sorted(name.encode() for folder in sys.path for name in _libraries(folder))
    for folder in _OUR_CODE:
        for file in sorted((_PACKAGE / folder).rglob("*")):
            if file.suffix in (".py", ".toml", ".txt"):
                yield from (str(file.relative_to(_PACKAGE)).encode(), file.read_bytes())


def _libraries(folder: str) -> Iterator[str]:
    """Yield the name and version of each library that is installed in `folder`."""
    if folder.endswith(("site-packages", "dist-packages")):
        yield from (entry.name for entry in Path(folder).glob("*.dist-info"))
