"""Checks of pictures: that a page can show them, what they say to those who cannot see, and which are of no use."""

from collections.abc import Iterator
from itertools import chain

import yaml

from broadsheet.manuscript.pictures import DRAWING, PICTURE_TYPES, picture_path
from broadsheet.model.finding import Severity
from broadsheet.model.message import say
from broadsheet.proof.check import Check, Remark, Reported
from broadsheet.proof.read.archive import Archive, EditionFolder
from broadsheet.proof.read.located_article import LocatedArticle

_SMALL = 300  # pixels across; a telephone shows more
_HEAVY = 50_000_000  # bytes; GitHub warns from here on
_SAYS_PICTURE = ("图为", "图片：", "照片：", "图片显示", "a picture of", "a photo of", "photo of", "image of")


def no_alt(located: LocatedArticle) -> Iterator[Remark]:
    """A photo with neither `alt` nor `caption`, or a picture of the text without words for those who cannot see it."""
    hint = say("say in `alt` what it shows")
    for number, photo in enumerate(located.article.photos):
        if photo.file and not (photo.alt or photo.caption):
            message = say("the photo %(file)s has neither `alt` nor `caption`", file=photo.file)
            yield Remark(message, hint, ("photos", number))
    offset = located.prose.text.find("![]", located.prose.body_start)
    if offset >= 0:
        message, hint = say("this picture has no words"), say("say between the brackets what it shows")
        yield Remark(message, hint, located.in_prose(offset))


def alt_is_caption(located: LocatedArticle) -> Iterator[Remark]:
    """An `alt` that says what the caption says: a reader who listens hears it twice."""
    for number, photo in enumerate(located.article.photos):
        if photo.alt and photo.alt.strip("。.") == photo.caption.strip("。."):
            message = say("`alt` repeats the caption")
            yield Remark(message, say("say what it shows, or take `alt` out"), ("photos", number, "alt"))


def alt_says_picture(located: LocatedArticle) -> Iterator[Remark]:
    """An `alt` that begins with 图为 or “a picture of”: screen readers say that already (WAI, Images Tutorial)."""
    for number, photo in enumerate(located.article.photos):
        if photo.alt.lower().startswith(_SAYS_PICTURE):
            message = say("`alt` begins by saying that this is a picture")
            yield Remark(message, say("begin with what it shows"), ("photos", number, "alt"))


def picture_twice(located: LocatedArticle) -> Iterator[Remark]:
    """A photo that the same article shows twice."""
    files = [photo.file for photo in located.article.photos]
    for number, file in enumerate(files):
        if file and file in files[:number]:
            message = say("the article has the photo %(file)s already", file=file)
            yield Remark(message, say("take one of them out"), ("photos", number, "file"))


def missing_photo(folder: EditionFolder) -> Iterator[Remark]:
    """A picture that is not there, or is no picture that a page can show."""
    for article in folder.articles:
        for mention in article.notes.pictures:
            path = picture_path(mention.what, article.path.rpartition("/")[0])
            if path not in folder.files:
                message = say("there is no file %(file)s", file=f"{folder.path.parent}/{path}")
                hint = say("put it there, or take `file` out: the caption then keeps the photo’s place")
            elif not path.lower().endswith(PICTURE_TYPES):
                message = say("%(file)s is no picture that a page can show", file=mention.what)
                hint = say("use a file that ends in %(endings)s", endings=", ".join(PICTURE_TYPES))
            else:
                continue
            yield Remark(message, hint, mention.place, article.shown)


def photo_words(archive: Archive) -> Iterator[Remark]:
    """A photo’s own file (IPTC, XMP) holds a caption or a credit that the article lacks; nothing is filled in unasked."""
    for article in chain.from_iterable(folder.articles for folder in archive.editions):
        for wanted in article.notes.wanted:
            picture = archive.pictures.get(wanted.path)
            own = picture.words._asdict() if picture else {}
            offered = {name: own[name] for name in wanted.missing if own.get(name)}
            if offered:
                message = say(
                    "the file of %(file)s says what this entry does not: %(fields)s",
                    file=wanted.file,
                    fields=", ".join(offered),
                )
                yield Remark(
                    message,
                    say("if it is right, add:%(lines)s", lines=_lines(offered)),
                    wanted.place,
                    article.shown,
                )


def _lines(fields: dict[str, str]) -> str:
    lines = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False, width=2**20)
    return "".join(f"\n        {line}" for line in str(lines).splitlines())


def unused_picture(archive: Archive) -> Iterator[Remark]:
    """A picture that no article and no page map shows."""
    used = {
        file for folder in archive.editions for article in folder.articles for file in article.notes.files
    }
    shown = {f"{path.rpartition('/')[0]}/{page_map.picture}" for path, page_map in archive.page_maps.items()}
    unread = {folder.path.name for folder in archive.editions if not folder.is_whole}
    for path in sorted(archive.tree.files - used - shown):
        if path.lower().endswith(PICTURE_TYPES) and path.partition("/")[0] not in unread:
            message = say("no article shows this picture")
            hint = say("name it in an article’s `photos` or in a page.yaml, or delete it")
            yield Remark(message, hint, path=archive.tree.shown(path))


def small_picture(archive: Archive) -> Iterator[Remark]:
    """A photo of less than 300 pixels on both sides: readers see it blurred."""
    for article in chain.from_iterable(folder.articles for folder in archive.editions):
        folder = article.path.rpartition("/")[0]
        for mention in article.notes.pictures:
            path = picture_path(mention.what, folder)
            picture = archive.pictures.get(path)
            if picture and not path.endswith(DRAWING) and max(picture.width, picture.height) < _SMALL:
                message = say(
                    "%(file)s has only %(width)s × %(height)s pixels",
                    file=mention.what,
                    width=picture.width,
                    height=picture.height,
                )
                yield Remark(
                    message, say("look for the photographer’s own file"), mention.place, article.shown
                )


def heavy_picture(archive: Archive) -> Iterator[Remark]:
    """A picture of more than 50 MB: GitHub warns of it, and refuses one of 100 MB."""
    for path, picture in archive.pictures.items():
        if picture.size > _HEAVY:
            message = say("this picture has %(size)s MB", size=picture.size // 1_000_000)
            yield Remark(
                message,
                say("4,000 pixels across are more than a page shows"),
                path=archive.tree.shown(path),
            )


REPORTED = (
    Reported("damaged-picture", "A picture that cannot be read"),
    Reported("large-picture", "A picture of more than 100 million pixels"),
    Reported("moving-picture", "A picture that is animated"),
    Reported("misnamed-picture", "A picture of another format than its name says"),
    Reported("active-picture", "An SVG that could run or fetch something"),
)
ARTICLE = (
    Check("no-alt", Severity.DOUBT, no_alt),
    Check("alt-is-caption", Severity.DOUBT, alt_is_caption),
    Check("alt-says-picture", Severity.DOUBT, alt_says_picture),
    Check("picture-twice", Severity.DOUBT, picture_twice),
)
EDITION = (Check("missing-photo", Severity.ERROR, missing_photo),)
ARCHIVE = (
    Check("photo-words", Severity.DOUBT, photo_words),
    Check("unused-picture", Severity.DOUBT, unused_picture),
    Check("small-picture", Severity.DOUBT, small_picture),
    Check("heavy-picture", Severity.DOUBT, heavy_picture),
)
