"""Pictures that belong to no story: each is said, with its place on the page."""

from collections.abc import Iterator, Mapping, Sequence

from broadsheet.ingest.layout.barriers import across, down
from broadsheet.ingest.layout.lines import TextLine
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.marks import Frame, Picture


def loose_pictures(
    path: str, pictures: Sequence[Picture], lines: Mapping[int, TextLine]
) -> Iterator[Finding]:
    """Yield a doubt for each of `pictures`, at the line that is nearest to it on the page in the file at `path`."""
    for picture in pictures:
        frame = picture.frame
        message = (
            f"{picture.file or 'a picture'} of {frame.width:.0f} × {frame.height:.0f} points, "
            f"{frame.left:.0f} from the left and {frame.top:.0f} from the top, has no story"
        )
        hint = "if readers should see it, write it into the `photos` of its article"
        nearest = min(lines, key=lambda number: _apart(frame, lines[number].frame))
        yield Finding("loose-picture", path, message, hint, line=nearest, severity=Severity.DOUBT)


def _apart(one: Frame, other: Frame) -> float:
    """Return how many points two frames are apart, across and down together."""
    return max(-across(one, other), 0.0) + max(-down(one, other), 0.0)
