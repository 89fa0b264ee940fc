"""The press of PDFs: an edition is measured, made up and set as a printed paper; its file is cached."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec
import typst

from broadsheet.press.epub.epub_press import EditionFile, EpubParts, EpubPress
from broadsheet.press.files.digest import digest, folder_digest
from broadsheet.press.files.sealed_file import keep_sealed, read_sealed
from broadsheet.press.paper.settings import Paper
from broadsheet.press.pdf.doubts import NO_FACE, not_set, too_high
from broadsheet.press.pdf.edition_data import EditionData, edition_data
from broadsheet.press.pdf.leaf_plan import planned
from broadsheet.press.pdf.make_up import HigherThanLeafError
from broadsheet.press.pdf.shapes import Measures
from broadsheet.press.pdf.typst_press import TypstPress
from broadsheet.press.share_images.face import Face, face_of
from broadsheet.press.theme.folder import PRINT
from broadsheet.press.views.edition import WholeView

MEDIA_TYPE = "application/pdf"

_FOLDER = "edition-pdfs"
_MOST_TRIES = 8


class PdfPress:
    """Makes the PDFs of a paper by the templates of print in the folder `theme`; they are cached below the folder `kept`.

    `epubs` gives the documents of editions. `doubts` are those about all of them.
    """

    def __init__(self, paper: Paper, epubs: EpubPress, *, theme: Path, kept: Path) -> None:
        self._paper = paper
        self._epubs = epubs
        self._templates = theme / PRINT
        self._kept = kept / _FOLDER
        self._face = face_of(paper.card_font, paper.default_lang)
        self.doubts = () if self._face else (NO_FACE,)

    def file(self, whole: WholeView, whole_href: str, pictures: Iterable[str], source: str) -> EditionFile:
        """Return the PDF of the edition `whole`, whose page on the site is `whole_href`.

        `pictures` are those of its articles, paths below content/; `source` is the edition's folder, for messages. No
        file where this machine has no typeface for it, or where the edition cannot be set: a doubt says why. Raises
        PressError for a mistake in a template.
        """
        if self._face is None:
            return EditionFile(None, ())
        parts = self._epubs.parts(whole, whole_href, pictures, source)
        edition = edition_data(whole, parts.documents, self._paper)
        kept = self._kept / self._key(edition, parts.pictures, self._face)
        data = read_sealed(kept)
        if data is None:
            try:
                data = self._set(edition, parts, self._face)
            except typst.TypstError as error:
                return EditionFile(None, (not_set(error, source, str(self._templates)),))
            except HigherThanLeafError:
                return EditionFile(None, (too_high(source),))
            keep_sealed(data, kept)
        return EditionFile(data, ())

    def _set(self, edition: EditionData, parts: EpubParts, face: Face) -> bytes:
        """Return the PDF of `edition`: text that needs more lines than were measured is given them, and set again."""
        with TemporaryDirectory() as folder:
            typst_press = TypstPress(Path(folder), self._templates, face, parts.pictures)
            measures = typst_press.measured(edition)
            return self._made_up(edition, measures, typst_press)

    def _made_up(self, edition: EditionData, measures: Sequence[Measures], typst_press: TypstPress) -> bytes:
        more: dict[int, int] = {}
        for _ in range(_MOST_TRIES):
            plan = planned(edition.stories, measures, more, edition.grid, self._paper.words)
            pdf, ends = typst_press.set(plan)
            overrun = plan.overrun(ends, edition.grid)
            if not overrun:
                return pdf
            more.update((story, more.get(story, 0) + 1) for story in overrun)
        raise HigherThanLeafError

    def _key(self, edition: EditionData, pictures: Mapping[str, bytes], face: Face) -> str:
        named = (part for item in sorted(pictures.items()) for part in item)
        typeface = (face.file, str(face.number), str(face.size))
        return digest([self._version, *typeface, msgspec.json.encode(edition), *named])

    @cached_property
    def _version(self) -> str:
        code = folder_digest(Path(__file__).parent, lambda name: name.endswith(".py"))
        return digest([version("typst"), code, folder_digest(self._templates)])
