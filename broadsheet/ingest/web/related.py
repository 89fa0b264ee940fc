"""What follows an article in its own block: lists of other stories (相关新闻), and all below the editor's line."""

from collections.abc import Iterable, Iterator

from broadsheet.ingest.web.article import Article
from broadsheet.ingest.web.markup.runs import Run, WebText
from broadsheet.lexicon.web_credits import LABELLED, REPORTER
from broadsheet.lexicon.web_days import DATE, RELATIVE_TIME
from broadsheet.lexicon.web_pages import (
    ATTACHMENT,
    COMMENTS,
    END_OF_ARTICLE,
    HEADINGS,
    LINES_OF_PAGE,
    RELATED,
    SOURCE_LINE,
)

_TITLE_MOST = 40  # characters of a line that may be another story's title
_LINKED = 0.5  # part of such a line that is a link
_TEXT_LEAST = 20
_ITEMS = ("li", "dd", "dt")
_WHOLE_LEAST = 40
_SENTENCE_ENDS = ("。", "！", "？", "”", "）", ".", "…")


def related_runs(text: WebText, article: Article, furniture: frozenset[int]) -> frozenset[int]:
    """Return the runs of the article's block that belong to other stories, beside those that are known for `furniture`."""
    found: set[int] = set()
    last_text = article.first
    for n in range(article.first, len(text.runs)):
        run = text.runs[n]
        if n in found or run.hidden or run.picture or not text.holds(article.block, run):
            continue
        words = text.words(run)
        others = list(_others_at(text, article.block, last_text, n)) if n > article.first else []
        found.update(others)
        if others:
            continue
        if run.ink - run.linked >= _TEXT_LEAST and not (LABELLED.match(words) and "。" not in words):
            last_text = n
    for n in range(last_text + 1, len(text.runs)):
        if _is_loose_title(text, article.block, text.runs[n]) or _heads_links(text, article.block, n):
            found.add(n)
    return frozenset(found | _after_end(text, article, furniture | found))


def _others_at(text: WebText, block: int, last_text: int, n: int) -> Iterable[int]:
    """Return the runs that the run at `n` heads: a list of other stories, or what readers wrote."""
    words = text.words(text.runs[n])
    if RELATED.fullmatch(words):
        return _section(text, block, last_text, n)
    if COMMENTS.fullmatch(words):
        return _box(text, block, last_text, n)
    return [n] if _is_list_in_line(text, text.runs[n]) else []


def _is_list_in_line(text: WebText, run: Run) -> bool:
    """Say whether a line is such a heading with links to other stories right behind it."""
    (first, element), *others = text.pieces(run)
    is_heading = RELATED.fullmatch(text.source.slice(first)) and not element.linked
    return bool(is_heading and others) and all(piece.linked for _, piece in others)


def _is_loose_title(text: WebText, block: int, run: Run) -> bool:
    """Say whether a line below the last paragraph is a link to another story, and no credit with a link in it."""
    words = text.words(run)
    known = LABELLED.match(words) or ATTACHMENT.match(words)
    is_link = bool(run.linked) and text.holds(block, run) and not known
    return is_link and (run.linked == run.ink or _is_title(text, run))


def _heads_links(text: WebText, block: int, n: int) -> bool:
    """Say whether a line below the last paragraph is a heading over links alone."""
    run = text.runs[n]
    heading = any(element.name in HEADINGS for element in run.near) or run.strong == run.ink
    known = LABELLED.match(text.words(run)) or REPORTER.fullmatch(text.words(run))
    if not (heading and 0 < run.ink <= _TEXT_LEAST and text.holds(block, run)) or run.hidden or known:
        return False
    below = (other for other in text.runs[n + 1 :] if other.ink and not other.hidden)
    following = next(below, None)
    return following is not None and following.linked == following.ink


def _box(text: WebText, block: int, last_text: int, head: int) -> list[int]:
    """Return the runs from `head` on in the outermost element that begins with it, or in the block if it holds no more."""
    box = text.runs[head].block
    while (outer := box.parent) is not None and outer.number > block:
        if text.holds(outer.number, text.runs[last_text]):
            break
        box = outer
    held = [n for n in range(head, len(text.runs)) if text.holds(box.number, text.runs[n])]
    if len(held) > 1:
        return held
    return [n for n in range(head, len(text.runs)) if text.holds(block, text.runs[n])]


def _section(text: WebText, block: int, last_text: int, head: int) -> Iterator[int]:
    """Yield the run `head` with what stands below it, up to the next paragraph of the text.

    An item of a list with links may have a paragraph of its own.
    """
    yield head
    linked = False
    for n in range(head + 1, len(text.runs)):
        run = text.runs[n]
        beside = run.block.parent is text.runs[last_text].block.parent
        paragraph = beside and run.ink - run.linked >= _TEXT_LEAST and not _is_title(text, run)
        item = linked and any(element.name in _ITEMS for element in run.near)
        if not text.holds(block, run) or paragraph or (_is_whole_paragraph(text, run) and not item):
            return
        linked = linked or bool(run.linked)
        yield n


def _is_title(text: WebText, run: Run) -> bool:
    """Say whether a line may be another story's title, or its day."""
    words = text.words(run)
    without_day = RELATIVE_TIME.sub("", DATE.sub("", words)).strip()
    return not without_day or (len(words) <= _TITLE_MOST and run.linked >= _LINKED * len(without_day))


def _is_whole_paragraph(text: WebText, run: Run) -> bool:
    words = text.words(run)
    whole = run.ink - run.linked >= _WHOLE_LEAST and words.endswith(_SENTENCE_ENDS)
    return whole and not run.hidden and not LINES_OF_PAGE.fullmatch(words)


def _after_end(text: WebText, article: Article, furniture: frozenset[int]) -> set[int]:
    """Return the runs below the last line that names an editor, unless a whole paragraph stands among them.

    A line that says where the text is from may follow.
    """
    block = [n for n in range(article.first, len(text.runs)) if text.holds(article.block, text.runs[n])]
    ends = [n for n in block if END_OF_ARTICLE.match(text.words(text.runs[n])) and not text.runs[n].hidden]
    after = [n for n in block if ends and n > ends[-1]]
    goes_on = any(_is_whole_paragraph(text, text.runs[n]) for n in after if n not in furniture)
    return set() if goes_on else {n for n in after if not SOURCE_LINE.fullmatch(text.words(text.runs[n]))}
