"""The process that reads a scan: python -m broadsheet.ingest.scan.child FILE FOLDER read|draw.

It writes the page's picture into FOLDER, and prints a `Reply` as MessagePack, with the marks that it recognised for `read`.
"""

import sys
from pathlib import Path

from broadsheet.ingest.pdf.pictures import save_page
from broadsheet.ingest.pdf.process import OF_SCAN, Reply, answer
from broadsheet.ingest.scan.pictures import scan_at

"""Of a page with 20,000 characters the recognition takes 60 s of the processor and 1.5 GB, and reserves twice as much."""


def reply(path: Path, folder: Path, *, read: bool) -> Reply:
    """Return the marks of the page at `path`, or none where it is only to be drawn. Raises RefusedError for a bad file."""
    picture = scan_at(path)
    save_page(picture, folder)
    if not read:
        return Reply(pages=1)
    from broadsheet.ingest.scan.marks import marks_of  # noqa: PLC0415  only recognition needs the extra
    from broadsheet.ingest.scan.recognise import recognise  # noqa: PLC0415
    from broadsheet.ingest.scan.rules import rules_of  # noqa: PLC0415

    lines = recognise(picture)
    rules = rules_of(picture, [line.frame for line in lines])
    return Reply(pages=1, marks=marks_of(lines, picture.size, rules))


def main() -> None:
    """Read the page that the command line names, and print the reply."""
    path, folder, how = sys.argv[1:]
    answer(OF_SCAN, lambda: reply(Path(path), Path(folder), read=how == "read"))


if __name__ == "__main__":
    main()
