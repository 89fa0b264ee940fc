"""A page while its layout is read: what the stages have found so far."""

from collections.abc import Mapping

import msgspec

from broadsheet.ingest.layout.barriers import Barriers
from broadsheet.ingest.layout.growth.evidence import Grown
from broadsheet.ingest.layout.kinds import Kind
from broadsheet.ingest.layout.lines import TextLine
from broadsheet.ingest.layout.matter.tables import Table
from broadsheet.ingest.layout.photos.captions import Captioned
from broadsheet.ingest.layout.segments import Segment, Type
from broadsheet.ingest.layout.stacks import Stack
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.marks import PageMarks


class LayoutDraft(msgspec.Struct, frozen=True, kw_only=True):
    """A page as far as the stages have read it. A field is empty until its stage has run."""

    marks: PageMarks
    lexicon: Lexicon
    lines: tuple[TextLine, ...] = ()
    barriers: Barriers = Barriers((), ())
    body: Type = Type(0.0, 0.0, 0)
    tables: tuple[Table, ...] = ()
    segments: tuple[Segment, ...] = ()
    kinds: Mapping[Segment, Kind] = {}
    photos: tuple[Captioned, ...] = ()
    stacks: tuple[Stack, ...] = ()
    stories: tuple[Grown, ...] = ()
