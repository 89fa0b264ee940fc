"""Page maps read for the press, with what readers get of the printed page itself: its picture, its PDF."""

from pathlib import Path

import msgspec

from broadsheet.manuscript.records.page_file import read_page_map
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.model.page_map import PageMap
from broadsheet.press.paper.settings import Paper
from broadsheet.press.plates.pictures import photo_view
from broadsheet.press.plates.plate_cache import PlateRoom
from broadsheet.press.views.article import PhotoView

_PDF_OPENING = b"%PDF-"  # ISO 32000-2, 7.5.2


class SetPageMap(msgspec.Struct, frozen=True, kw_only=True):
    """A page map, and the files of its page that readers get.

    `photo` is the picture as the site shows it, None where it shows none. `picture` and `pdf` are paths below content/,
    "" where readers do not get them; `pdf_size` is in bytes.
    """

    page_map: PageMap
    photo: PhotoView | None = None
    picture: str = ""
    pdf: str = ""
    pdf_size: int = 0


def set_page_map(path: Path, content: Path, plate_room: PlateRoom, paper: Paper) -> SetPageMap:
    """Return the page map in the `page.yaml` at `path`, with the files that the settings of `paper` let readers have.

    Raises ManuscriptError for a mistake in the map, and for a file that is missing or is not what its name says.
    """
    beside = {entry.name for entry in path.parent.iterdir()}
    page_map = read_page_map(path, paper.edition_bytes, beside=beside)
    folder = path.parent.relative_to(content).as_posix()
    made = SetPageMap(page_map=page_map)
    if page_map.picture and paper.shows_page_pictures:
        picture = f"{folder}/{page_map.picture}"
        photo = photo_view(picture, plate_room.plates(picture), paper.links)
        made = msgspec.structs.replace(made, picture=picture, photo=photo)
    if page_map.pdf and paper.offers_page_pdfs:
        pdf = f"{folder}/{page_map.pdf}"
        made = msgspec.structs.replace(made, pdf=pdf, pdf_size=_pdf_size(content / pdf))
    return made


def _pdf_size(path: Path) -> int:
    with path.open("rb") as file:
        if file.read(len(_PDF_OPENING)) != _PDF_OPENING:
            hint = "export the page again, or take `pdf` out of its page.yaml"
            raise ManuscriptError(Finding("damaged-pdf", str(path), "this file is no PDF", hint))
    return path.stat().st_size
