"""The editions in content/ and their manuscripts. A file that looks like a manuscript and has no address is an error."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path, PurePath

import msgspec

from broadsheet.manuscript.place import (
    EDITION_FILE,
    OTHER_TEXTS,
    PAGE_FILE,
    address_of,
    bad_name,
    edition_date,
    page_address,
)
from broadsheet.manuscript.records.addresses_file import ADDRESSES_FILE
from broadsheet.model.about_file import is_about_page
from broadsheet.model.address import Address
from broadsheet.model.conversions_file import CONVERSIONS_FILE
from broadsheet.model.errors import ManuscriptError, PressError, raise_if_any
from broadsheet.model.finding import Finding

_PAGE_MAPS = (PAGE_FILE, "page.yml")
_RECORDS = (ADDRESSES_FILE, CONVERSIONS_FILE)
_NEAR = 0.8  # of 1: how much of two names is the same, for one to be a slip of the other
_TEXT_TYPES = (".md", ".markdown", ".mdown", ".mkd")


class EditionFiles(msgspec.Struct, frozen=True):
    """The folder of an edition, its manuscripts in print order, and the `page.yaml` of its printed pages by number."""

    folder: Path
    manuscripts: tuple[Path, ...]
    page_maps: dict[int, Path] = {}


def scan(content: Path, names: Iterable[str]) -> tuple[EditionFiles, ...]:
    """Return the editions of the files `names`, paths below `content`, oldest first.

    Raises PressError for Markdown files whose path is not an address, for two at one address, for a text in another
    format, since no manuscript may be left out silently, and for a file name that no address can hold.
    """
    names = sorted(names)
    findings = [*_bad_names(content, names), *_other_texts(content, names), *_other_records(content, names)]
    page_maps = _page_maps(content, names, findings)
    found: list[tuple[Address, Path]] = []
    for name in filter(_is_text, names):
        path = content / name
        if path.name == EDITION_FILE and path.parent.parent == content and edition_date(path.parent.name):
            continue
        if path.name.lower() in (EDITION_FILE, "edition.yml"):
            findings.append(_lost_facts(path))
            continue
        try:
            found.append((_address(path, name), path))
        except ManuscriptError as error:
            findings.extend(error.findings)
    findings.extend(_doubles(found))
    raise_if_any(PressError, findings)
    return tuple(_editions(content, found, page_maps))


def _is_text(name: str) -> bool:
    """Whether an editor may have meant the file as a manuscript or as an edition's facts."""
    small = name.lower()
    is_edition = small.rpartition("/")[2] in ("edition.yaml", "edition.yml")
    return not is_about_page(name) and (small.endswith(_TEXT_TYPES) or is_edition)


def _bad_names(content: Path, names: Iterable[str]) -> Iterator[Finding]:
    for name in names:
        if message := bad_name(name):
            yield Finding("bad-name", str(content / name), message, "give it another name")


def _other_texts(content: Path, names: Iterable[str]) -> Iterator[Finding]:
    for name in names:
        if name.lower().endswith(OTHER_TEXTS):
            message = "this is no manuscript, so readers would not get it"
            hint = "save its text as Markdown, or move it out of content/"
            yield Finding("no-manuscript", str(content / name), message, hint)


def _other_records(content: Path, names: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for each file outside of the editions that is nearly named as one of those that are read there."""
    from difflib import get_close_matches  # noqa: PLC0415  lazy: few papers have such a file

    for name in names:
        if name.lower().endswith((".yaml", ".yml")) and name not in _RECORDS and "/" not in name:
            near = get_close_matches(name.lower(), _RECORDS, 1, _NEAR)
            if near:
                hint = f"did you mean {near[0]}?"
                yield Finding("bad-name", str(content / name), "nothing is read from this file", hint)


def _page_maps(content: Path, names: Iterable[str], findings: list[Finding]) -> dict[str, dict[int, Path]]:
    """Return the page maps by date and page number. A finding about each that is elsewhere is added to `findings`."""
    found: dict[str, dict[int, Path]] = defaultdict(dict)
    for name in names:
        if name.rpartition("/")[2].lower() not in _PAGE_MAPS:
            continue
        address = page_address(PurePath(name)) if name.count("/") == 2 else None
        if address:
            found[address.date.isoformat()][address.page] = content / name
        else:
            hint = f"name it content/<year-month-day>/<page>/{PAGE_FILE}, beside the page’s manuscripts"
            message = "this page map is of no printed page"
            findings.append(Finding("bad-path", str(content / name), message, hint))
    return found


def _lost_facts(path: Path) -> Finding:
    message = "this path is not that of an edition’s facts"
    hint = f"they lie at content/<year-month-day>/{EDITION_FILE}"
    return Finding("bad-path", str(path), message, hint)


def _address(path: Path, name: str) -> Address:
    address = address_of(path)
    if name.count("/") != 2:
        raise ManuscriptError(
            Finding(
                code="bad-path",
                path=str(path),
                message="this manuscript lies too deep to have an address",
                hint="move its edition’s folder right below content/",
            )
        )
    return address


def _doubles(found: Iterable[tuple[Address, Path]]) -> Iterator[Finding]:
    owners: dict[Address, Path] = {}
    for address, path in found:
        owner = owners.setdefault(address, path)
        if owner != path:
            yield Finding(
                code="same-address",
                path=str(path),
                message=f"{owner} is already at {address.href}",
                hint="give one of them another number",
            )


def _editions(
    content: Path, found: Iterable[tuple[Address, Path]], page_maps: Mapping[str, dict[int, Path]]
) -> Iterator[EditionFiles]:
    in_print_order = sorted(found)
    for date, group in groupby(in_print_order, key=lambda item: item[0].date.isoformat()):
        yield EditionFiles(content / date, tuple(path for _, path in group), page_maps.get(date, {}))
