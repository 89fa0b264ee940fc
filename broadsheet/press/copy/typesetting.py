"""Turning copy into galleys: photos get their thumbnails, notes their HTML."""

import datetime as dt
from pathlib import Path
from typing import NamedTuple

from broadsheet.lexicon.editors_notes import split_label
from broadsheet.manuscript.pictures import picture_path
from broadsheet.model.article import Photo
from broadsheet.model.edition import EditionFacts, section_of
from broadsheet.model.schedule import Clock
from broadsheet.press.copy.body import BodyRenderer
from broadsheet.press.copy.copy import Copy, origin_of
from broadsheet.press.copy.galley import Galley
from broadsheet.press.copy.summaries import length, words_of
from broadsheet.press.copy.text_links import Origin, TextLink
from broadsheet.press.paper.settings import Paper
from broadsheet.press.paper.slugs import normal_name
from broadsheet.press.plates.pictures import check_picture, photo_view
from broadsheet.press.views.article import EditorsNoteView, PhotoView


class SetNote(NamedTuple):
    """An editor's note as HTML, or None for none; its pictures as paths below content/, and its links to this site."""

    view: EditorsNoteView | None
    pictures: tuple[str, ...] = ()
    links: tuple[TextLink, ...] = ()


def _release(copy: Copy, clock: Clock) -> dt.datetime | None:
    """Return when readers get an article that is finished and whose time has not come."""
    if not (copy.is_published and copy.is_held(clock)):
        return None
    manuscript = copy.manuscript
    return clock.at(clock.release(manuscript.address.date, manuscript.article.publish_at))


class Typesetter:
    """Makes galleys for the site of `paper`; `content` is the folder content/."""

    def __init__(self, content: Path, renderer: BodyRenderer, paper: Paper) -> None:
        self._content = content
        self._renderer = renderer
        self._links = paper.links
        self._words = paper.words

    def galley(self, copy: Copy, facts: EditionFacts, clock: Clock) -> Galley:
        """Return the galley of `copy`; `facts` are those of its edition, and `clock` tells whether it is held.

        Raises ManuscriptError for a missing picture or an unsafe link.
        """
        manuscript = copy.manuscript
        article = manuscript.article
        origin = origin_of(manuscript)
        note = self.editors_note(article.editors_note, origin)
        words = words_of(copy.html)
        files = tuple(picture_path(photo.file, origin.folder) for photo in article.photos if photo.file)
        return Galley(
            address=manuscript.address,
            path=manuscript.path,
            article=article,
            title=copy.title,
            label=self._words.supplied(copy.title) if article.title_supplied else copy.title,
            section=normal_name(section_of(article, facts, manuscript.address.page)),
            html=copy.html,
            editors_note=note.view,
            summary=copy.summary,
            length=length(words, self._words.fit),
            words=len(words),
            photos=tuple(self._photo(photo, origin) for photo in article.photos),
            pictures=(*files, *copy.pictures, *note.pictures),
            links=(*copy.links, *note.links),
            release=_release(copy, clock),
        )

    def editors_note(self, note: str, origin: Origin) -> SetNote:
        """Return an editor's note as HTML, apart from its printed label. Raises ManuscriptError as `galley` does."""
        if not note:
            return SetNote(None)
        label, text = split_label(note)
        body = self._renderer.render(text, origin)
        view = EditorsNoteView(label=label or self._words.editors_note, html=body.html)
        return SetNote(view, body.pictures, body.links)

    def _photo(self, photo: Photo, origin: Origin) -> PhotoView:
        words = {"alt": photo.alt, "caption": photo.caption, "credit": photo.credit}
        if not photo.file:
            return PhotoView(src="", sources=(), width=0, height=0, **words)
        path = picture_path(photo.file, origin.folder)
        check_picture(path, self._content, origin.path, photo.file)
        return photo_view(path, self._renderer.plate_room.plates(path), self._links, **words)
