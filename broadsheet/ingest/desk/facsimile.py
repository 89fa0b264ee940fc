"""What a page that shows how it was printed adds to its manuscripts: photos with their files, the page's picture and map."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec

from broadsheet.files.page_files import CONTENT
from broadsheet.ingest.layout.areas import page_map
from broadsheet.ingest.reading import Facsimile, PlacedPicture
from broadsheet.manuscript.place import PAGE_FILE
from broadsheet.manuscript.writer import page_map_text
from broadsheet.model.address import Address
from broadsheet.model.article import Article, Photo
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText


def with_pictures(
    articles: Sequence[Article], page: PageReading, facsimile: Facsimile
) -> tuple[Article, ...]:
    """Return `articles`, those of the page's stories and perhaps one of what has no story, with their pictures' files in `photos`."""
    stories = [
        _with_files(article, story, facsimile) for article, story in zip(articles, page.stories, strict=False)
    ]
    unplaced = [
        msgspec.structs.replace(article, photos=_bare(page.unplaced, facsimile))
        for article in articles[len(stories) :]
    ]
    return (*stories, *unplaced)


def _with_files(article: Article, story: Story, facsimile: Facsimile) -> Article:
    """Return `article` with a file for each photo whose caption stands at a picture, and its pictures without a caption."""
    files = {placed.at: placed for placed in facsimile.pictures if placed.picture.file}
    captions = [_placed(group, files) for group in _groups(story.captions)]
    photos = [
        msgspec.structs.replace(photo, file=placed.picture.file) if placed else photo
        for photo, placed in zip(article.photos, captions, strict=True)
    ]
    return msgspec.structs.replace(article, photos=(*photos, *_bare(story.passages(), facsimile)))


def _bare(passages: Sequence[Passage], facsimile: Facsimile) -> tuple[Photo, ...]:
    """Return a photo for each picture without a caption of its own that stands at one of `passages`."""
    return tuple(
        Photo(file=placed.picture.file)
        for placed in facsimile.pictures
        if placed.picture.file and not placed.captioned and _holds(passages, placed.at)
    )


def _groups(captions: Sequence[Passage]) -> list[list[Passage]]:
    """Return captions and credits by photo: a credit belongs to the caption right before it."""
    groups: list[list[Passage]] = []
    for passage in captions:
        if passage.role is Role.PHOTO_CREDIT and groups and groups[-1][-1].role is Role.CAPTION:
            groups[-1].append(passage)
        else:
            groups.append([passage])
    return groups


def _placed(group: Sequence[Passage], files: Mapping[int, PlacedPicture]) -> PlacedPicture | None:
    return next((files[passage.start] for passage in group if passage.start in files), None)


def _holds(passages: Sequence[Passage], offset: int) -> bool:
    return any(span.start <= offset < span.end for passage in passages for span in passage.spans)


def facsimile_files(
    address: Address, source: SourceText, page: PageReading, facsimile: Facsimile, articles: Sequence[Article]
) -> dict[Path, bytes]:
    """Return the files of the page by path: its map, its picture, and the pictures that `articles` show or that have no story."""
    folder = CONTENT.joinpath(*address.parts)
    shown = {photo.file for article in articles for photo in article.photos if photo.file}
    kept = {*shown, *(picture.file for picture in facsimile.loose), facsimile.picture}
    files = {folder / name: data for name, data in facsimile.files.items() if name in kept}
    return {folder / PAGE_FILE: page_map_text(page_map(source, page, facsimile)).encode(), **files}
