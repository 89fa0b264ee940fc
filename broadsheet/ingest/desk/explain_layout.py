"""Explain a page that was read by its layout: where each line stands, how it is set, and what its segment was taken for."""

from broadsheet.ingest.layout.reading import LayoutReading


def of_layout(reading: LayoutReading) -> dict[int, list[str]]:
    """Return what decided each line of the page, by its number: its place, its type, its segment and its stack."""
    draft, written = reading.draft, reading.made_up.lines
    segments = (*draft.segments, *(table.rows for table in draft.tables))
    segment_of = {line: segment for segment in segments for line in segment.lines}
    heads = {text: story.stack for story in draft.stories for text in story.texts}
    found: dict[int, list[str]] = {}
    for number, line in written.items():
        face, frame, segment = draft.marks.faces[line.face], line.frame, segment_of[line]
        lines = f"{len(segment.lines)} lines" if len(segment.lines) > 1 else "one line"
        stack = heads.get(segment)
        found[number] = [
            f"place   {frame.left:.0f}–{frame.right:.0f} across, {frame.top:.0f}–{frame.bottom:.0f} down, in points",
            f"type    {line.size:g} points, {face.font} {face.weight}; text is {draft.body.size:g} points",
            f"segment {draft.kinds[segment].name.lower()}, {lines}"
            + (f", below “{stack.segments[0].lines[0].text[:20]}”" if stack else ""),
        ]
    return found
