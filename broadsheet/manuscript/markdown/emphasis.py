"""Which runs of `*` and `_` make emphasis: CommonMark's procedure (0.31.2, appendix, "process emphasis")."""

from collections.abc import Iterable

from broadsheet.manuscript.markdown.flanking import flanks
from broadsheet.manuscript.markdown.pieces import Piece

_TAGS = {1: "em", 2: "strong"}


class DelimiterRun:
    """A run of one sign; `left` is how many of its signs no emphasis has used."""

    __slots__ = ("begins", "ends", "left", "length", "piece", "sign")

    def __init__(self, piece: Piece, before: str, after: str) -> None:
        self.piece = piece
        self.sign = piece.text[0]
        self.left = self.length = len(piece.text)
        self.begins, self.ends = flanks(self.sign, before, after)

    def fits(self, closing: "DelimiterRun") -> bool:
        """Whether emphasis may reach from here to `closing`; the rule of three keeps `*a**b*` one emphasis."""
        if self.sign != closing.sign:
            return False
        either = self.ends or closing.begins
        lengths = (self.length, closing.length)
        return not (either and sum(lengths) % 3 == 0 and any(length % 3 for length in lengths))


def pair(runs: Iterable[DelimiterRun]) -> None:
    """Note on the pieces of `runs` which emphasis begins and ends there; signs that are not used stay text."""
    pairing = _Pairing()
    for run in runs:
        while run.ends and run.left and pairing.close(run):
            pass
        if run.begins and run.left:
            pairing.open_runs.append(run)


class _Pairing:
    """The runs that may still begin emphasis, and how far down they were searched in vain for each kind of closing run."""

    def __init__(self) -> None:
        self.open_runs: list[DelimiterRun] = []
        self._searched: dict[tuple[str, bool, int], int] = {}

    def close(self, run: DelimiterRun) -> bool:
        """End one emphasis at `run`; False if none can end there."""
        kind = (run.sign, run.begins, run.length % 3)
        for number in range(len(self.open_runs) - 1, self._searched.get(kind, 0) - 1, -1):
            opening = self.open_runs[number]
            if opening.fits(run):
                used = 2 if min(opening.left, run.left) > 1 else 1
                opening.piece.starts.append((_TAGS[used], {}))
                run.piece.ends.append(_TAGS[used])
                for end in (opening, run):
                    end.left -= used
                    end.piece.text = end.sign * end.left
                self._keep(number + bool(opening.left))
                return True
        self._searched[kind] = len(self.open_runs)
        return False

    def _keep(self, count: int) -> None:
        del self.open_runs[count:]
        for kind, searched in self._searched.items():
            self._searched[kind] = min(searched, count)
