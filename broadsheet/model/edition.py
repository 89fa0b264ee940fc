"""An edition (一期报纸) and its printed pages, as `edition.yaml` names them."""

import msgspec

from broadsheet.model.address import Address


class PrintPage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A printed page (版): its name in print, the section its articles fall in, and its page editor (责编)."""

    name: str = ""
    section: str = ""
    page_editor: str = ""


class EditionFacts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What `edition.yaml` holds: the running number (总第N期, 0 for unknown), pages by number, a note to the whole."""

    number: int = 0
    pages: dict[int, PrintPage] = {}
    editors_note: str = ""


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """One day's paper: where it stands and its facts; its manuscripts are kept apart, in print order."""

    address: Address
    path: str
    facts: EditionFacts
