"""Which lines of a web page are captions and credits of its pictures: by markup, by words, by type and by place."""

import re

from broadsheet.ingest.web.markup.runs import Run
from broadsheet.ingest.web.seen import Seen
from broadsheet.lexicon import web_pages as web

_CAPTION_MOST = 80
_BARE_CAPTION_MOST = 36
_MUCH_LONGER = 2  # times as long as a caption are paragraphs, where only its place gives a caption away
_CENTRED = re.compile(r"text-align\s*:\s*center", re.IGNORECASE)
_SMALL = re.compile(r"font-size\s*:\s*(?:[5-9](?:\.\d+)?pt|(?:[5-9]|1[0-2])px|small|x-small)", re.IGNORECASE)


def photo_credit(seen: Seen) -> bool:
    """A line that only says whose picture it is."""
    return seen.says("photo_credit") or (
        seen.pictured and bool(web.TAKEN_BY.fullmatch(seen.text) or web.PICTURE_CREDIT.fullmatch(seen.text))
    )


def named_caption(seen: Seen) -> bool:
    """What the markup, its own first words or its credit call a picture's caption."""
    named = any(element.name == "figcaption" for element in seen.run.near)
    if named or seen.called(web.CAPTION_WORDS):
        return True
    if len(seen.text) > _CAPTION_MOST or not (seen.in_block or seen.pictured):
        return False
    marked = seen.in_block and bool(web.CAPTION_MARK.match(seen.text))
    tails = (*seen.lexicon.tails["photo_credit"], web.PICTURE_CREDIT)
    credited = any(pattern.search(seen.text) for pattern in tails)
    apart = (seen.in_block and is_set_apart(seen.run)) or _is_beside_picture(seen)
    return marked or (seen.pictured and (credited or apart))


def _is_beside_picture(seen: Seen) -> bool:
    """Say whether a line stands in a figure or a place named for pictures, or, outside of the text, in a table."""
    near = seen.run.near
    outer = (*near, *((near[-1].parent,) if near[-1].parent and not seen.in_block else ()))
    if seen.in_block and seen.text.count("。") > 1:
        return False
    names = ("figure",) if seen.in_block else ("figure", "td")
    return any(element.name in names or element.words & web.PICTURE_WORDS for element in outer)


def is_set_apart(run: Run) -> bool:
    """Say whether a line is in small type, or centred and not bold."""
    styles = " ".join(element.style for element in run.near)
    centred = bool(_CENTRED.search(styles)) or any(element.name == "center" for element in run.near)
    return bool(_SMALL.search(styles)) or (centred and run.strong != run.ink)


def likely_caption(seen: Seen) -> bool:
    """One short sentence right below a picture, in a text of long paragraphs: only its place tells it."""
    single = seen.text.find("。") == len(seen.text) - 1 and not re.search(r"[！？：“]", seen.text)
    short = len(seen.text) <= _BARE_CAPTION_MOST and seen.usual > _MUCH_LONGER * len(seen.text)
    return seen.pictured and seen.in_block and short and single and not seen.bold
