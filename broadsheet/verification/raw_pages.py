"""Raw pages against the manuscripts that were made of them: the ledger balances, or an editor's change is named."""

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePath

from broadsheet.files.page_files import CONTENT
from broadsheet.ingest.desk.delivery import HandEdits
from broadsheet.ingest.desk.page import make_page
from broadsheet.ingest.desk.read_back import printed_text
from broadsheet.ingest.desk.up_to_date import is_up_to_date
from broadsheet.ingest.text.raw_files import page_address
from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.reader import parse_article
from broadsheet.model.errors import BroadsheetError
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.message import say
from broadsheet.verification.ink import first_difference, ink

_MOST = 12  # characters of a change that are shown


def raw_page_findings(raw: Path) -> list[Finding]:
    """Return how the manuscripts of the page `raw` differ from what it prints; its own ledger is balanced on the way.

    A page that this very code has ingested, and whose files have not changed since, was balanced then.
    """
    try:
        address = page_address(raw)
        if is_up_to_date(raw, address, HandEdits.REFUSE):
            return []
        made = {path: _ink(text) for path, text in make_page(raw).manuscripts.items()}
        folder = CONTENT.joinpath(*address.parts)
        kept = {path: _ink(read_utf8(path)) for path in sorted(folder.glob("*.md"))}
    except BroadsheetError as error:
        return list(error.findings)
    except OSError as error:
        return [Finding("unreadable", str(error.filename or raw), error.strerror or str(error))]
    printed, committed = _counted(made), _counted(kept)
    return [] if printed == committed else list(_changes(raw, made, kept))


def _ink(text: str) -> str:
    return ink(printed_text(parse_article(text, PurePath("manuscript"))))


def _counted(texts: Mapping[Path, str]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for text in texts.values():
        counts.update(text)
    return counts


def _changes(raw: Path, made: Mapping[Path, str], kept: Mapping[Path, str]) -> Iterator[Finding]:
    """Yield a doubt for each manuscript that holds other characters than print."""
    for path in sorted({*made, *kept}):
        page = str(raw)
        if path not in kept:
            words = f"{made[path][:_MOST]}…"
            message = say("an editor took this article of %(page)s out: “%(words)s”", page=page, words=words)
        elif path not in made:
            words = f"{kept[path][:_MOST]}…"
            message = say(
                "an editor wrote this article, which %(page)s does not print: “%(words)s”",
                page=page,
                words=words,
            )
        elif made[path] != kept[path]:
            message = say(
                "an editor changed what %(page)s prints: “%(before)s” is “%(after)s”",
                page=page,
                before=first_difference(made[path], kept[path]),
                after=first_difference(kept[path], made[path]),
            )
        else:
            continue
        yield Finding("edited", str(path), message, severity=Severity.DOUBT)
