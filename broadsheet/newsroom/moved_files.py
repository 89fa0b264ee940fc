"""Which files move with an article, a printed page or an edition, and where they go."""

from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from broadsheet.manuscript.pictures import PICTURE_TYPES
from broadsheet.manuscript.place import address_of, article_path
from broadsheet.model.address import Address
from broadsheet.newsroom.places import Place, no_place

Files = Mapping[str, str]
"""Paths of files below content/, old to new."""
Texts = Mapping[str, str]
"""Manuscripts, facts of editions and about pages, by path below content/."""


def files_to_move(content: Path, source: Place, target: Place, texts: Texts) -> Files:
    """Return the files that move: all of a folder, or a manuscript and the photos that it alone names.

    Raises ManuscriptError where something stands at the new place.
    """
    if not source.is_article:
        files = {
            f"{source.path}/{below}": f"{target.path}/{below}" for below in _below(content / source.path)
        }
    else:
        here, there = PurePosixPath(source.path).parent, PurePosixPath(target.path).parent
        pictures = own_pictures(content, source.path, texts) if here != there else ()
        files = {
            source.path: target.path,
            **{path: str(there / PurePosixPath(path).name) for path in pictures},
        }
    _require_room(content, files, target)
    return files


def files_moved_already(content: Path, source: Place, target: Place) -> Files:
    """Return the files at `target`, by the paths that they had at `source` before somebody moved them."""
    if not source.is_article:
        return {f"{source.path}/{below}": f"{target.path}/{below}" for below in _below(content / target.path)}
    here, there = PurePosixPath(source.path).parent, PurePosixPath(target.path).parent
    pictures = (path.name for path in (content / there).iterdir() if path.suffix.lower() in PICTURE_TYPES)
    moved = (name for name in sorted(pictures) if not (content / here / name).exists())
    return {source.path: target.path, **{str(here / name): str(there / name) for name in moved}}


def own_pictures(content: Path, manuscript: str, texts: Texts) -> Iterator[str]:
    """Yield the pictures beside a manuscript that it names, and no other text does."""
    folder = PurePosixPath(manuscript).parent
    for path in sorted((content / folder).iterdir()):
        if path.suffix.lower() not in PICTURE_TYPES or path.name not in texts[manuscript]:
            continue
        picture = str(folder / path.name)
        if not any(_names(picture, other, texts[other]) for other in texts if other != manuscript):
            yield picture


def last_on_page(content: Path, source: Place, page: Place) -> Place:
    """Return the place after the last article of `page` for the manuscript `source`, whose name keeps its words."""
    orders = [address_of(path).order for path in (content / page.path).glob("*.md")]
    address = Address(page.address.date, page.address.page, max(orders, default=0) + 1)
    plain, words = article_path(address), PurePosixPath(source.path).stem.partition("-")[2]
    return Place(str(plain.with_stem(f"{plain.stem}-{words}") if words else plain), address)


def _names(picture: str, path: str, text: str) -> bool:
    """Whether the text at `path` may name `picture`: in its edition by the name alone, elsewhere by the whole path."""
    edition = picture.partition("/")[0]
    return (picture.rpartition("/")[2] if path.startswith(f"{edition}/") else picture) in text


def _below(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _require_room(content: Path, files: Files, target: Place) -> None:
    """Raise ManuscriptError where a file, or an article with other words in its name, stands at the new place."""
    taken = [content / new for new in files.values() if (content / new).exists() and new not in files]
    if target.is_article:
        plain = article_path(target.address)
        named = ((content / plain.parent).glob(f"{plain.stem}{end}") for end in (".md", "-*.md"))
        taken += [path for paths in named for path in paths if str(path.relative_to(content)) not in files]
    if taken:
        hint = "move that away first, or name another place"
        raise no_place(str(taken[0]), "this exists already; nothing was moved", hint)
