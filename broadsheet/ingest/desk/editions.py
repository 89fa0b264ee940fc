"""Cut a PDF of a whole edition into its pages: raw/2024-04-15/edition.pdf becomes 01.pdf, 02.pdf and so on beside it."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from broadsheet.files.page_files import CONTENT
from broadsheet.files.quick_files import write
from broadsheet.manuscript.place import EDITION_FILE
from broadsheet.manuscript.records.edition_file import read_edition
from broadsheet.model.errors import BroadsheetError, SourceError
from broadsheet.model.finding import Finding


def cut_editions(editions: Iterable[Path]) -> Iterator[BroadsheetError]:
    """Write the pages of each of `editions`; pages that exist are left as they are.

    Yields the error of each that cannot be read, or has other pages than `edition.yaml` names.
    """
    for edition in editions:
        try:
            _cut(edition)
        except BroadsheetError as error:
            yield error


def _cut(edition: Path) -> None:
    from broadsheet.ingest.pdf.reader import cut_pdf  # noqa: PLC0415  only editions in a PDF need it

    pages = cut_pdf(edition)
    for number, data in zip(_numbers(edition, len(pages)), pages, strict=True):
        path = edition.with_name(f"{number:02d}.pdf")
        if not path.exists():
            write(str(path), data)


def _numbers(edition: Path, count: int) -> Iterator[int]:
    """Yield the numbers of an edition's pages: those that `edition.yaml` names, or 1, 2 and so on."""
    folder = CONTENT / edition.parent.name
    named = sorted(read_edition(folder).facts.pages) if (folder / EDITION_FILE).is_file() else []
    if named and len(named) != count:
        raise SourceError(
            Finding(
                code="other-pages",
                path=str(edition),
                message=f"this file has {count} pages, and {folder / EDITION_FILE} names {len(named)}",
                hint="name all printed pages there, or none",
            )
        )
    yield from named or range(1, count + 1)
