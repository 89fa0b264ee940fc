"""Find what each line of a page is: the first, a middle or the last of a paragraph, a caption, or display."""

from collections.abc import Sequence

from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.typeset.hypotheses import likely_hypotheses
from broadsheet.ingest.typeset.joins import Joins
from broadsheet.ingest.typeset.moves import SetLine
from broadsheet.ingest.typeset.programme import Choice, cheapest
from broadsheet.ingest.typeset.seams import find_seams
from broadsheet.ingest.typeset.transitions import transitions
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.script import Script


def typeset(pieces: Sequence[Piece], lexicon: Lexicon, script: Script) -> tuple[SetLine, ...]:
    """Return `pieces` as they were set, one line each, in the cheapest reading under the best hypothesis."""
    if not pieces:
        return ()
    joins = Joins([piece.text for piece in pieces], lexicon.pairs)
    seams = find_seams(pieces, joins)
    hypotheses = likely_hypotheses(pieces, joins, lexicon, script)
    between = transitions(hypotheses[0].settings, seams)
    readings = [(hypothesis, *cheapest(hypothesis.costs, between)) for hypothesis in hypotheses]
    hypothesis, _, choices = min(readings, key=lambda reading: reading[0].prior + reading[1])
    return tuple(_set_line(pieces, n, choice, hypothesis.measures) for n, choice in enumerate(choices))


def _set_line(pieces: Sequence[Piece], n: int, choice: Choice, measures: Sequence[float]) -> SetLine:
    return SetLine(
        piece=pieces[n],
        move=choice.move,
        measure=measures[choice.measure],
        margin=choice.margin,
        resumes=None if choice.resumes is None else pieces[choice.resumes],
        rival=None if choice.rival is None else pieces[choice.rival],
        seam=choice.seam,
    )
