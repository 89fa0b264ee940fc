"""Moving an article, a printed page or an edition: what changes in its files and in the texts that name it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from broadsheet.manuscript.place import address_of
from broadsheet.manuscript.reader import parse_article
from broadsheet.model.address import Address
from broadsheet.model.article import Article, Status
from broadsheet.model.finding import Finding
from broadsheet.newsroom.moved_files import (
    Files,
    Texts,
    files_moved_already,
    files_to_move,
    last_on_page,
)
from broadsheet.newsroom.page_maps import edition_file, page_maps_without, renumbered
from broadsheet.newsroom.places import Place, no_place
from broadsheet.newsroom.references import Renames, retargeted, stand_of
from broadsheet.newsroom.teasers import PageMove, led_on


class Move(NamedTuple):
    """What a move changes: bytes by new path, and the paths to remove; all paths are below content/.

    `files` are all files that move, and `addresses` those to lead on, old to new: of articles that readers may
    have had, or that ingest would write again. `changed`
    are the texts that name what moves, `doubts` what an editor has to look at.
    """

    written: Mapping[str, bytes]
    removed: tuple[str, ...]
    files: Files
    addresses: Mapping[str, str]
    changed: tuple[str, ...]
    doubts: tuple[Finding, ...]


def move(content: Path, source: Place, target: Place) -> Move:
    """Return what moving `source` to `target` changes.

    A manuscript may move into the folder of a page, where it comes last. Its photos move along, unless other texts name
    them. Where only `target` exists, the files have been moved already, and the texts that name them are left to change.

    Raises ManuscriptError where there is nothing to move, and where something stands in the way.
    """
    if source.is_article and target.kind == 2:
        target = last_on_page(content, source, target)
    if source.kind != target.kind or source.address == target.address:
        raise no_place(target.path, f"{source.path} cannot move here", "name another place of the same kind")
    texts = texts_of(content)
    if (content / source.path).exists():
        files = files_to_move(content, source, target, texts)
        return _move(content, source, target, files, texts)
    if not (content / target.path).exists():
        raise no_place(
            str(content / source.path), "there is no such article, page or edition", "to see all: inv list"
        )
    files = files_moved_already(content, source, target)
    before = {**texts, **{old: texts.pop(new) for old, new in files.items() if new in texts}}
    before = {path: text for path, text in before.items() if path not in files.values()}
    done = _move(content, source, target, files, before)
    written = {path: done.written[path] for path in done.changed}
    addresses = {_address(old).href: _address(new).href for old, new in files.items() if old.endswith(".md")}
    return done._replace(written=written, removed=(), addresses=addresses)


def texts_of(content: Path) -> dict[str, str]:
    """Return the text of each manuscript, about page and `edition.yaml` below `content`, by path."""
    found = (*content.glob("*/*/*.md"), *content.glob("*/edition.yaml"), *content.glob("about*.md"))
    return {str(path.relative_to(content)): path.read_text("utf-8") for path in sorted(found)}


def _move(content: Path, source: Place, target: Place, files: Files, texts: Texts) -> Move:
    """Return the move of `files`; `texts` are by their paths before it."""
    renames = Renames(_addresses(source, target, files), files)
    articles = {old: parse_article(texts[old], PurePosixPath(old)) for old in files if old.endswith(".md")}
    page_moves = _page_moves(files, articles, texts)
    maps = dict(page_maps_without(content, {source.address: target.address})) if source.is_article else {}
    written = {**_carried(content, files, texts), **maps}
    changed, doubts = list(maps), list[Finding]()
    for old, text in texts.items():
        new = files.get(old, old)
        is_facts = source.kind == 2 and old == edition_file(source.address)
        ready = renumbered(text, content, source.address, target.address) if is_facts else text
        led = led_on(ready, content / new, page_moves.get(old.partition("/")[0], ()))
        result = retargeted(led.text, stand_of(old), stand_of(new), renames)
        doubts += led.doubts
        if result != text:
            changed.append(new)
        if result != text or new != old:
            written[new] = result.encode()
    return Move(
        written=written,
        removed=tuple(old for old in files if old not in files.values()),
        files=files,
        addresses=dict(_led_on(files, articles)),
        changed=tuple(changed),
        doubts=tuple(doubts),
    )


def _carried(content: Path, files: Files, texts: Texts) -> dict[str, bytes]:
    """Return the bytes of those of `files` that are no texts, by new path."""
    pictures = ((old, new) for old, new in files.items() if old not in texts and (content / old).exists())
    return {new: (content / old).read_bytes() for old, new in pictures}


def _led_on(files: Files, articles: Mapping[str, Article]) -> Iterator[tuple[str, str]]:
    """Yield the addresses to lead on, old and new: readers may have had them, or ingest would write there again."""
    for old, article in articles.items():
        if article.status is Status.PUBLISHED or article.source:
            yield _address(old).href, _address(files[old]).href


def _addresses(source: Place, target: Place, files: Files) -> dict[str, str]:
    """Return the addresses of all pages that move, old to new."""
    pairs = [(_address(old), _address(new)) for old, new in files.items() if old.endswith(".md")]
    found = {old.href: new.href for old, new in pairs}
    if source.kind < 3:
        found |= {old.on_page().href: new.on_page().href for old, new in pairs}
    if source.kind < 2:
        found |= {f"{source.address.href}{end}": f"{target.address.href}{end}" for end in ("", "all/")}
    return found


def _page_moves(files: Files, articles: Mapping[str, Article], texts: Texts) -> dict[str, list[PageMove]]:
    """Return, by date, which articles change the page of their edition."""
    headlines: dict[tuple[Address, Address], list[str]] = defaultdict(list)
    for old, article in articles.items():
        before, after = _address(old).on_page(), _address(files[old]).on_page()
        if before.date == after.date and before != after:
            headlines[before, after].append(article.title)
    found: dict[str, list[PageMove]] = defaultdict(list)
    for (before, after), titles in headlines.items():
        folder = "/".join(before.parts)
        stay = any(path.startswith(f"{folder}/") and path not in files for path in texts)
        found[before.parts[0]].append(PageMove(before.page, after.page, tuple(titles), is_whole=not stay))
    return found


def _address(path: str) -> Address:
    return address_of(PurePosixPath(path))
