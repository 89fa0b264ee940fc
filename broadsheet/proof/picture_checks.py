"""Checks of pictures: that a page can show them, and what a photo says of itself that its article does not.

A photo is opened here and not decoded, which would take the archive's hours: that its bytes end too early is for the press to find.
"""

from collections.abc import Iterator
from pathlib import PurePosixPath

import yaml
from PIL import ImageOps

from broadsheet.manuscript.drawing import drawing_size
from broadsheet.manuscript.photo_file import opened_photo
from broadsheet.manuscript.pictures import DRAWING, PHOTO_FORMATS, picture_path
from broadsheet.model.article import Photo
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding, Severity
from broadsheet.proof.archive import EditionFolder, LocatedArticle, Tree
from broadsheet.proof.photo_words import photo_words

_CROPPED = 0.02  # what rounding to pixels never makes


def unsound_picture(tree: Tree) -> Iterator[Finding]:
    """A picture that a build rejects: damaged, too large, animated, misnamed, or a drawing (SVG) with active content."""
    for path in sorted(tree.files):
        ending = PurePosixPath(path).suffix.lower()
        try:
            if ending == DRAWING:
                drawing_size(tree.content / path)
            elif ending in PHOTO_FORMATS:
                with opened_photo(tree.content / path):
                    pass
        except ManuscriptError as error:
            yield from error.findings


def page_pictures(folder: EditionFolder) -> dict[str, str]:
    """Return the pictures of an edition's printed pages by the paths of the page maps that name them, below content/."""
    return {
        path: f"{path.rpartition('/')[0]}/{page_map.picture}"
        for path, page_map in folder.page_maps.items()
        if page_map.picture
    }


def page_shape(folder: EditionFolder) -> Iterator[Finding]:
    """A picture of a printed page in another shape than the page, as one that was cropped: the boxes miss its articles."""
    for path, picture in page_pictures(folder).items():
        page_map = folder.page_maps[path]
        try:
            with opened_photo(folder.tree.content / picture) as image:
                width, height = ImageOps.exif_transpose(image).size if image.getexif() else image.size
        except ManuscriptError:  # told by `unsound_picture`
            continue
        if abs(width * page_map.height / (height * page_map.width) - 1) > _CROPPED:
            message = f"{page_map.picture} is {width} × {height}, and the page {page_map.width:g} × {page_map.height:g}"
            hint = "give the picture of the whole page, or the size that the boxes were measured on"
            yield Finding(
                "page-shape", str(folder.tree.content / path), message, hint, severity=Severity.DOUBT
            )


def words_in_photo(located: LocatedArticle, folder: EditionFolder) -> Iterator[Finding]:
    """A caption or credit in a photo's file that the article lacks; an editor decides whether to use it."""
    for number, photo in enumerate(located.article.photos):
        offered = _offered(located, folder, photo)
        if offered:
            lines = yaml.safe_dump(offered, allow_unicode=True, sort_keys=False, width=2**20)
            message = f"the file of {photo.file} says what this entry does not: {' and '.join(offered)}"
            hint = "if it is right, add:" + "".join(f"\n        {line}" for line in lines.splitlines())
            yield located.remark("photo-words", message, hint, ("photos", number), Severity.DOUBT)


def _offered(located: LocatedArticle, folder: EditionFolder, photo: Photo) -> dict[str, str]:
    path = picture_path(photo.file, located.path.rpartition("/")[0])
    if path not in folder.tree.files or PurePosixPath(path).suffix.lower() not in PHOTO_FORMATS:
        return {}
    missing = [name for name in ("caption", "credit") if not getattr(photo, name)]
    if not missing:
        return {}
    try:
        words = photo_words(folder.tree.content / path)
    except ManuscriptError:  # told by `unsound_picture`
        return {}
    return {name: found for name in missing if (found := getattr(words, name))}
