"""The picture of a digital paper's page, the pictures of its articles, and where each article stands."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from broadsheet.ingest.epaper.files_read import PlacedFile, judged_in
from broadsheet.ingest.epaper.mhtml import Part
from broadsheet.ingest.epaper.paper_page import PaperPage, linked_to
from broadsheet.ingest.reading import Facsimile, PlacedPicture
from broadsheet.manuscript.pictures import PHOTO_FORMATS
from broadsheet.model.marks import Frame, Picture
from broadsheet.model.page_reading import Role, Story
from broadsheet.model.source import SourceText

_NOWHERE = Frame(0, 0, 0, 0)


def facsimile_of(
    source: SourceText,
    page: PaperPage,
    articles: Sequence[PlacedFile],
    stories: Sequence[Story],
    parts: Mapping[str, Part],
) -> Facsimile:
    """Return how the page was printed: its picture from `parts`, the frames of its stories' lines, and their pictures."""
    pictures, files = _pictures(page, articles, stories, parts)
    name = f"page{Path(page.picture).suffix.lower()}" if _is_photo(page.picture) else ""
    return Facsimile(
        width=page.width,
        height=page.height,
        frames=_frames(source, page, articles, stories),
        pictures=pictures,
        files={**files, **({name: parts[page.picture].data} if name else {})},
        picture=name,
    )


def _pictures(
    page: PaperPage, articles: Sequence[PlacedFile], stories: Sequence[Story], parts: Mapping[str, Part]
) -> tuple[tuple[PlacedPicture, ...], dict[str, bytes]]:
    """Return the pictures among the articles' text at their captions, or at their stories, and their files by name."""
    placed: list[PlacedPicture] = []
    files: dict[str, bytes] = {}
    for number, (one, story) in enumerate(zip(articles, stories, strict=True), 1):
        runs = [judged.run for judged in judged_in([one]) if judged.run.picture and judged.within]
        ends = [run.span.start for run in runs[1:]] + [len(one.read.source.text) + one.start]
        for order, (run, end) in enumerate(zip(runs, ends, strict=False), 1):
            location = photo_of(one, run.picture, parts)
            if location is None:
                continue
            captions = (p.start for p in story.captions if p.role is Role.CAPTION)
            caption = next((start for start in captions if run.span.start <= start < end), None)
            name = f"{number:02d}-{order}{Path(location).suffix.lower()}"
            at = story.start if caption is None else caption
            frame = next(iter(page.areas.get(one.read.location, ())), _NOWHERE)
            placed.append(PlacedPicture(Picture(frame, name), at, captioned=caption is not None))
            files[name] = parts[location].data
    return tuple(placed), files


def _frames(
    source: SourceText, page: PaperPage, articles: Sequence[PlacedFile], stories: Sequence[Story]
) -> dict[int, Frame]:
    """Return a frame for each line of a story whose area the page maps: the lines are dealt out to the area's boxes."""
    frames: dict[int, Frame] = {}
    for one, story in zip(articles, stories, strict=True):
        area = page.areas.get(one.read.location, ())
        lines = (
            sorted({source.line_at(s.start).number for p in story.passages() for s in p.spans})
            if area
            else []
        )
        for order, line in enumerate(lines):
            frames[line] = area[order * len(area) // len(lines)] if len(lines) >= len(area) else area[0]
    return frames


def photo_of(article: PlacedFile, address: str, parts: Mapping[str, Part]) -> str | None:
    """Return which of `parts` the picture at `address` on an article's page is, or None where it was not saved."""
    location = linked_to(article.read.location, address, parts)
    return location if location in parts and _is_photo(location) else None


def _is_photo(location: str) -> bool:
    return Path(location).suffix.lower() in PHOTO_FORMATS
