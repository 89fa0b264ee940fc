"""The forms in which readers can keep an edition as one file: which files they are, and who makes them."""

from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.paper.conf import EPUB_FORM, PDF_FORM, PREVIEW_SETTINGS
from broadsheet.press.paper.settings import Paper
from broadsheet.press.plates.plate_cache import PlateRoom
from broadsheet.press.theme.templates import Templates
from broadsheet.press.views.edition import WholeView
from broadsheet.press.views.site import PaperView

if TYPE_CHECKING:
    from broadsheet.press.epub.epub_press import EditionFile, EpubPress


class FormPress(Protocol):
    """Makes the files of one form."""

    @property
    def doubts(self) -> tuple[Finding, ...]:
        """What is in doubt about all files of the form."""

    def file(self, whole: WholeView, whole_href: str, pictures: Iterable[str], source: str) -> "EditionFile":
        """Return the file of the edition `whole`, as EpubPress does."""


class EditionForm(NamedTuple):
    """A form: its name for readers, its file in the edition's folder, its media type, and its press."""

    name: str
    file: str
    media_type: str
    press: FormPress


def edition_forms(
    paper: Paper, view: PaperView, templates: Templates, *, theme: Path, plate_room: PlateRoom, kept: Path
) -> tuple[EditionForm, ...]:
    """Return the forms that EDITION_FILES names, in its order; published addresses of their files never change.

    The arguments are those of EpubPress. Raises PressError where a form needs a package that is not installed.
    """
    if not paper.edition_files:
        return ()
    from broadsheet.press.epub import container  # noqa: PLC0415  lazy: Pillow, which most builds need not
    from broadsheet.press.epub.epub_press import EpubPress  # noqa: PLC0415  the same

    epubs = EpubPress(paper, view, templates, theme=theme, plate_room=plate_room, kept=kept)
    forms = {
        EPUB_FORM: lambda: EditionForm("EPUB", "edition.epub", container.MEDIA_TYPE, epubs),
        PDF_FORM: lambda: _pdf_form(paper, epubs, theme, kept),
    }
    return tuple(forms[name]() for name in paper.edition_files)


def _pdf_form(paper: Paper, epubs: "EpubPress", theme: Path, kept: Path) -> EditionForm:
    if find_spec("typst") is None:
        message = "EDITION_FILES names pdf, and the package that sets it, typst, is not installed"
        hint = "install the extra: pip install 'broadsheet[pdf]', or take pdf out of EDITION_FILES"
        raise PressError(Finding(code="no-typst", path=PREVIEW_SETTINGS, message=message, hint=hint))
    from broadsheet.press.pdf.pdf_press import MEDIA_TYPE, PdfPress  # noqa: PLC0415  lazy: an optional package

    return EditionForm("PDF", "edition.pdf", MEDIA_TYPE, PdfPress(paper, epubs, theme=theme, kept=kept))
