"""Findings about PDFs: doubts about an edition that gets none, and why; an error in a template of print."""

import re

import typst

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding, Severity
from broadsheet.press.paper.conf import PREVIEW_SETTINGS
from broadsheet.press.share_images.face import no_face

NO_FACE = no_face("no-print-face", "editions get no PDF")

# What Typst says of a character that no typeface has, once for each: PDF/UA allows none.
_NO_GLYPH = re.compile(r'the text `"(.+?)"` could not be displayed')


def not_set(error: typst.TypstError, source: str, templates: str) -> Finding:
    """Return the doubt that the edition in the folder `source` gets no PDF, since no typeface has some characters.

    Raises PressError for any other `error`: it is a mistake in the theme's folder `templates`.
    """
    missing = dict.fromkeys(_NO_GLYPH.findall(error.diagnostic))
    if not missing:
        hints = "; ".join(error.hints)
        raise PressError(
            Finding(code="template", path=templates, message=error.message, hint=hints)
        ) from error
    hint = f"name a font’s file that has them as CARD_FONT in {PREVIEW_SETTINGS}"
    return _no_pdf(source, f"the typeface lacks {''.join(missing)}", hint)


def too_high(source: str) -> Finding:
    """Return the doubt that the edition in the folder `source` gets no PDF, since a piece is higher than a leaf."""
    return _no_pdf(source, "a table, a picture or a list item is higher than a leaf", "divide it")


def _no_pdf(source: str, reason: str, hint: str) -> Finding:
    message = f"this edition gets no PDF: {reason}"
    return Finding(code="no-pdf", path=source, message=message, hint=hint, severity=Severity.DOUBT)
