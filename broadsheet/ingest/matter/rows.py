"""Find tables and lists: rows in a row, with the heads between them and the title above.

A line is a row by its own words, or because the line beside it has cells of the same kinds.
"""

import itertools
import re
from collections.abc import Iterator, Sequence

from broadsheet.ingest.matter.kept_matter import KeptMatter
from broadsheet.ingest.matter.text_below import above_headline, credit_below
from broadsheet.ingest.text.labels import Piece
from broadsheet.lexicon.patterns import Lexicon, Patterns
from broadsheet.model.page_reading import Role
from broadsheet.model.script import Script

_ROWS_LEAST = 3
_ROWS_LEAST_SHOWN = (
    2  # below a title that names a listing (今日电视), or of three cells and more with figures
)
_CELLS_SHOWN = 3
_NAMES_LEAST = 3  # lines in a row that are names
_HEADS_MOST = 2  # lines in a row between two rows
_TITLES_MOST = 5  # lines above the first row, with a title that names a listing
_UNTITLED_MOST = 3  # the same, without one
_WORD = 1.5  # nats; two hanzi that follow each other with more are a word
_LONGEST = 60  # characters of a row
_SENTENCE = frozenset("。；！？;")
_TEXT_MARKS = _SENTENCE | set("，,")
_HINTED = re.compile(r"[\d\s：:]")  # what every row but a name has
_FIGURE = re.compile(r"\d")
_OF_STORIES = frozenset({Role.BYLINE, Role.PHOTO_CREDIT, Role.SOURCE_CREDIT, Role.JUMP})  # never in a table
_OF_WRITERS = frozenset({Role.BYLINE, Role.PHOTO_CREDIT})
_OPENS_TEXT = frozenset({"dateline", "editors_note", "caption", "continued", "salutation"})
_NAMES = ("poet", "names")  # a name alone, and several

Shape = tuple[bool, ...] | str
"""Of each cell of a line, whether it has figures; or that the line is a name or names."""


def find_tables(pieces: Sequence[Piece], lexicon: Lexicon, script: Script) -> tuple[KeptMatter, ...]:
    """Return the tables and lists among `pieces`, in raw order.

    The words of a line of letters are no cells, so that such a line is a row by its own words only.
    """
    alike = _alike(pieces, lexicon) if script is Script.HAN else frozenset()
    rows = [
        n
        for n, piece in enumerate(pieces)
        if n in alike or (_is_row(piece, lexicon) and not _goes_on(pieces, n, script))
    ]
    found: list[KeptMatter] = []
    for run in _runs(rows, pieces, lexicon):
        floor = found[-1].pieces[-1] + 1 if found else 0
        table = _table(run, floor, pieces, lexicon)
        if table is not None:
            found.append(table)
    return tuple(found)


def _alike(pieces: Sequence[Piece], lexicon: Lexicon) -> frozenset[int]:
    """Return the indices of the lines that have the shape of a line beside them."""
    shapes = [_shape(piece, lexicon) for piece in pieces]
    alike: set[int] = set()
    for shape, run in itertools.groupby(range(len(pieces)), shapes.__getitem__):
        numbers = list(run)
        listed = shape != "names" or (numbers[0] > 0 and _is_title(pieces[numbers[0] - 1], lexicon))
        if shape and listed and len(numbers) >= (_NAMES_LEAST if shape == "poet" else _ROWS_LEAST_SHOWN):
            alike.update(numbers)
    return frozenset(alike.union(*(_under_header(pieces, n, lexicon) for n in range(len(pieces)))))


def _under_header(pieces: Sequence[Piece], header: int, lexicon: Lexicon) -> range:
    """Return the rows right below the header of a table: lines with at least as many cells, if there are several."""
    if not _may_be_note(pieces[header]) or not lexicon.fits(pieces[header].text, "table_header"):
        return range(0)
    columns = len(pieces[header].text.split())
    rows = itertools.takewhile(
        lambda n: _shape(pieces[n], lexicon) is not None and len(pieces[n].text.split()) >= columns,
        range(header + 1, len(pieces)),
    )
    end = max(rows, default=header) + 1
    return range(header + 1, end) if end - header > _ROWS_LEAST_SHOWN else range(0)


def _is_row(piece: Piece, lexicon: Lexicon) -> bool:
    """Return whether a line is a row by its own words."""
    return _shape(piece, lexicon) is not None and _fits(piece, lexicon.lines["row"].sure)


def _goes_on(pieces: Sequence[Piece], n: int, script: Script) -> bool:
    """Return whether a line of letters is prose: the next one goes on in the middle of its sentence."""
    below = pieces[n + 1].text[0] if n + 1 < len(pieces) else ""
    return script is Script.LETTERS and below.islower()


def _shape(piece: Piece, lexicon: Lexicon) -> Shape | None:
    """Return the shape of a line that may be a row: an empty one where its cells show nothing; None for any other."""
    text = piece.text.rstrip("；;")
    labelled = (piece.role is not None and piece.sure) or piece.opening in _OPENS_TEXT
    if labelled or len(text) > _LONGEST or _SENTENCE & set(text):
        return None
    if not _HINTED.search(text):
        return next((kind for kind in _NAMES if lexicon.fits(piece.text, kind)), None)
    cells = tuple(bool(_FIGURE.search(cell)) for cell in text.split())
    return cells if len(cells) > 1 and any(cells) and not _TEXT_MARKS & set(text) else ()


def _fits(piece: Piece, patterns: Patterns) -> bool:
    return any(pattern.fullmatch(piece.text) for pattern in patterns)


def _runs(rows: Sequence[int], pieces: Sequence[Piece], lexicon: Lexicon) -> Iterator[list[int]]:
    """Yield rows in runs; only heads stand between two rows of a run, and no title of another listing."""
    run: list[int] = []
    for n in rows:
        between = range(run[-1] + 1, n) if run else range(0)
        apart = len(between) > _HEADS_MOST or not all(_is_inner_head(pieces[i], lexicon) for i in between)
        if run and (apart or any(_begins_listing(pieces[i], lexicon) for i in between)):
            yield run
            run = []
        run += [*(i for i in between if run and _FIGURE.search(pieces[i].text)), n]
    if run:
        yield run


def _table(run: Sequence[int], floor: int, pieces: Sequence[Piece], lexicon: Lexicon) -> KeptMatter | None:
    """Return the table with the rows `run`, or None where they are too few; no piece above `floor` is part of it."""
    stop = _above_prose(pieces, run, lexicon)
    if not _is_shown(pieces[stop - 1], lexicon):
        stop = _below_rows(pieces, above_headline(pieces, run[0], stop, stop), stop, lexicon)
    run = [n for n in run if n < stop]
    if not run:
        return None
    above = list(
        itertools.takewhile(lambda n: _is_head(pieces[n], lexicon), range(run[0] - 1, floor - 1, -1))
    )
    above += _page_title(pieces, [*above[::-1], run[0]][0] - 1, floor, lexicon)
    titles = [n for n in above[:_TITLES_MOST] if _is_title(pieces[n], lexicon)]
    shown = all(_is_shown(pieces[n], lexicon) for n in run if _is_row(pieces[n], lexicon))
    if len(run) < (_ROWS_LEAST_SHOWN if titles or shown else _ROWS_LEAST):
        return None
    top = titles[-1] if titles else _untitled_top(above, run[0])
    headed = top < run[0] and not lexicon.fits(pieces[top].text, "table_header")
    end = _below_notes(pieces, run[-1] + 1, lexicon)
    rows = range(top + headed, end)
    return KeptMatter(
        role=Role.ROWS,
        groups=(tuple(rows),),
        headline=(top,) if headed else (),
        by_place=not titles and len(above) > 1,
        credit=credit_below(pieces, end),
    )


def _below_rows(pieces: Sequence[Piece], start: int, stop: int, lexicon: Lexicon) -> int:
    """Return where the rows end of which the lines from `start` to `stop` fit the text below.

    A row among them may be the headline only right above the text, and none is where the text opens below another line.
    """
    titled = stop + 1 < len(pieces) and pieces[stop + 1].opening == "dateline"
    while start < stop - (not titled) and _is_row(pieces[start], lexicon):
        start += 1
    return start


def _page_title(pieces: Sequence[Piece], n: int, floor: int, lexicon: Lexicon) -> list[int]:
    """Return line `n` where it is a title that elsewhere is a line of the page (今日看点), right over a channel or a time."""
    titled = n >= floor and pieces[n].role is Role.FURNITURE and _is_title(pieces[n], lexicon)
    return [n] if titled and lexicon.fits(pieces[n + 1].text, "channel", "timed") else []


def _is_shown(piece: Piece, lexicon: Lexicon) -> bool:
    """Return whether a line shows by itself that it is a row: it begins with a time, or has three cells with figures."""
    cells = len(piece.text.split()) >= _CELLS_SHOWN and bool(_FIGURE.search(piece.text))
    return cells or lexicon.fits(piece.text, "timed")


def _above_prose(pieces: Sequence[Piece], run: Sequence[int], lexicon: Lexicon) -> int:
    """Return where the rows end: a line that breaks off inside a word is no row but prose, if no pattern says it is one."""
    end = run[-1] + 1
    while (
        run[0] < end < len(pieces) and pieces[end].role is None and not _is_row_here(pieces, end - 1, lexicon)
    ):
        last, first = pieces[end - 1].text[-1], pieces[end].text[0]
        if lexicon.pairs.after(last, first).get(first, 0.0) <= _WORD:
            break
        end -= 1
    return end


def _is_row_here(pieces: Sequence[Piece], n: int, lexicon: Lexicon) -> bool:
    """Return whether a line is a row by its own words, or by its cells, which are as those of the line above."""
    alike = n > 0 and _shape(pieces[n], lexicon) == _shape(pieces[n - 1], lexicon)
    return _is_row(pieces[n], lexicon) or (alike and _is_shown(pieces[n], lexicon))


def _below_notes(pieces: Sequence[Piece], end: int, lexicon: Lexicon) -> int:
    """Return where the notes end that stand right below a table, from `end` on."""
    notes = itertools.takewhile(
        lambda n: _may_be_note(pieces[n]) and lexicon.fits(pieces[n].text, "table_note"),
        range(end, len(pieces)),
    )
    return max((n + 1 for n in notes), default=end)


def _may_be_note(piece: Piece) -> bool:
    return piece.role is None or not piece.sure


def _untitled_top(above: Sequence[int], first: int) -> int:
    """Return the first line of a table without a title that names a listing: all short lines above it, if they are few."""
    return above[-1] if 0 < len(above) <= _UNTITLED_MOST else first - bool(above)


def _is_head(piece: Piece, lexicon: Lexicon) -> bool:
    """Return whether a line may stand between rows: it is no sentence, or has figures as a row does."""
    if piece.role and not piece.sure and lexicon.fits(piece.text, "table_note"):
        return piece.role not in _OF_WRITERS
    if piece.role in _OF_STORIES or (piece.role and piece.sure):
        return False
    if lexicon.fits(piece.text, "channel"):
        return True
    signs = lexicon.fits(piece.text, "sender", "closing_date")
    if signs or _shape(piece, lexicon) in _NAMES:
        return _is_title(piece, lexicon)
    return _fits(piece, lexicon.lines["row"].hint) or not (piece.opening or _TEXT_MARKS & set(piece.text))


def _is_inner_head(piece: Piece, lexicon: Lexicon) -> bool:
    """Return whether a line may stand between two rows, as a day does too that elsewhere is a folio line."""
    return piece.role is Role.FURNITURE or _is_head(piece, lexicon)


def _begins_listing(piece: Piece, lexicon: Lexicon) -> bool:
    """Return whether a line names another listing; the name of a channel or a hall stands inside one."""
    return _is_title(piece, lexicon) and not lexicon.fits(piece.text, "channel")


def _is_title(piece: Piece, lexicon: Lexicon) -> bool:
    return lexicon.mentions(piece.text, "listing")
