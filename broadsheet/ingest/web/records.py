"""Tables of what a page says about its article: rows of labels, each with its words beside it (索引号：… 发布日期：…)."""

from broadsheet.ingest.web.markup.runs import Run, WebText
from broadsheet.ingest.web.markup.structures import CELL_END
from broadsheet.lexicon.web_credits import LABEL
from broadsheet.model.page_reading import Role

_COLONS = ("：", ":")
_KNOWN_LEAST = 2  # labels that the lexicon knows, in a table


def record_rows(text: WebText) -> frozenset[int]:
    """Return the rows of the page's tables in which each second cell is a label, two of them known ones."""
    tables: dict[int, list[int]] = {}
    for n, run in enumerate(text.runs):
        if run.form is not None and run.form.role is Role.TABLE:
            tables.setdefault(run.form.group, []).append(n)
    return frozenset(
        n for rows in tables.values() if _is_record(text, [text.runs[n] for n in rows]) for n in rows
    )


def _is_record(text: WebText, rows: list[Run]) -> bool:
    labels = [
        cell.strip()
        for row in rows
        for cell in text.source.text[row.span.start : row.span.end].split(CELL_END)[::2]
        if cell.strip()
    ]
    bare = ["".join(label.rstrip("".join(_COLONS)).split()) for label in labels]
    known = [label for label in bare if LABEL.fullmatch(label)]
    return len(known) >= _KNOWN_LEAST and all(
        label.endswith(_COLONS) or word in known for label, word in zip(labels, bare, strict=True)
    )
