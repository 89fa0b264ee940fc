"""Credits that a page gives twice, and its own name beside the source that it names: each is furniture."""

from broadsheet.ingest.web.credits.gathered import Found, all_of, said_by
from broadsheet.ingest.web.credits.words import Credit
from broadsheet.ingest.web.headline import bare
from broadsheet.ingest.web.markup.runs import WebText
from broadsheet.ingest.web.metadata import Declared
from broadsheet.lexicon.web_credits import LABELLED, OF_PICTURE
from broadsheet.model.page_reading import Role


def once(text: WebText, found: Found, declared: Declared) -> dict[int, tuple[Credit, ...]]:
    """Return the credits by the index of their run, those that say nothing new as furniture."""
    sources = {
        said_by(text, c) for c in all_of(found) if c.role is Role.SOURCE_CREDIT and c.told_by == "label"
    }
    own = {bare(name) for name in declared.own_names}
    is_named = bool(sources - own)
    said: set[str] = set()
    kept: dict[int, tuple[Credit, ...]] = {}
    for n in sorted(found):
        line: list[Credit] = []
        for credit in found[n]:
            key = said_by(text, credit)
            is_own = is_named and credit.told_by != "label" and key in own
            repeats = key in said and not OF_PICTURE.match(text.source.slice(credit.span))
            again = credit.role is Role.SOURCE_CREDIT and (repeats or is_own)
            line.append(credit._replace(role=Role.FURNITURE, told_by="again") if again else credit)
            said |= {key, LABELLED.sub("", key)}  # an unlabelled day says no more than a labelled one
        kept[n] = tuple(line)
    return kept
