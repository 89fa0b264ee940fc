"""Checks of the headline stack (引题, 主题, 副题), and of the text that belongs under it."""

import re
from collections.abc import Iterator

from broadsheet.model.finding import Severity
from broadsheet.model.message import say
from broadsheet.proof.check import Check, Remark
from broadsheet.proof.read.archive import EditionFolder, NotedArticle
from broadsheet.proof.read.located_article import LocatedArticle

_LONG = 80  # characters; no printed headline has so many
_SHORT = 6  # characters; short ones recur: 图片新闻, 简讯
_SPACES = re.compile(r"(?<=\S)[ \t]{2,}(?=\S)|^[ \t\u3000]+|[ \t\u3000]+$", re.MULTILINE)


def no_title(located: LocatedArticle) -> Iterator[Remark]:
    """An article without a headline."""
    if not located.article.title:
        hint = say("supply one by a ruling, or as `title` with `title_supplied: true`")
        yield Remark(say("the article has no headline"), hint)


def no_text(located: LocatedArticle) -> Iterator[Remark]:
    """An article with neither text nor a photo."""
    if not located.article.body.strip() and not located.article.photos:
        yield Remark(say("the article has no text"), say("write it, or delete the file"))


def title_stop(located: LocatedArticle) -> Iterator[Remark]:
    """A headline that ends with 。 or a comma: it may be a sentence of the text, or go on in another line."""
    title = located.article.title.rstrip()
    if title.endswith(("。", "，", "、", "；")):
        message = say("the headline ends with “%(mark)s”", mark=title[-1])
        yield Remark(message, say("compare with print"), ("title",))


def title_spaces(located: LocatedArticle) -> Iterator[Remark]:
    """A headline or deck with several spaces in a row, or with spaces at an end of a line."""
    if _SPACES.search(located.article.title):
        yield Remark(say("the headline has spaces that say nothing"), say("leave one at most"), ("title",))
    for number, line in enumerate(located.article.deck):
        if _SPACES.search(line):
            yield Remark(
                say("the deck has spaces that say nothing"), say("leave one at most"), ("deck", number)
            )


def long_title(located: LocatedArticle) -> Iterator[Remark]:
    """A headline of more than 80 hanzi or 160 letters."""
    title = located.article.title
    wide = sum(char > "\u2e7f" for char in title)
    if wide + (len(title) - wide) / 2 > _LONG:
        message = say("the headline has %(count)s characters", count=len(title))
        yield Remark(message, say("is a deck or the text’s beginning in it?"), ("title",))


def repeated_line(located: LocatedArticle) -> Iterator[Remark]:
    """A kicker or a deck that repeats another line of the headline stack."""
    article = located.article
    if not (article.kicker or article.deck):
        return  # as most
    seen = {_bare(article.title)}
    for route, line in (
        (("kicker",), article.kicker),
        *((("deck", n), d) for n, d in enumerate(article.deck)),
    ):
        if _bare(line) and _bare(line) in seen:
            message = say("this line stands in the headline stack already")
            yield Remark(message, say("take one of them out"), route)
        seen.add(_bare(line))


def title_in_text(located: LocatedArticle) -> Iterator[Remark]:
    """A text that begins with its own headline."""
    title, first = located.article.title, located.article.body.partition("\n\n")[0]
    if len(first) > 2 * len(title):
        return  # as nearly always
    if _bare(first) == _bare(title) and len(_bare(title)) >= _SHORT:
        message = say("the text begins with the headline")
        yield Remark(message, say("take it out of the text"), located.in_body(0))


def same_title(folder: EditionFolder) -> Iterator[Remark]:
    """A headline that another article of the edition has too."""
    seen: dict[str, NotedArticle] = {}
    for article in folder.articles:
        title = "".join(article.notes.title.split())
        if title in seen:
            first = seen[title].shown
            message = say("%(file)s has the same headline", file=first)
            yield Remark(message, say("is one of them the other’s continuation?"), path=article.shown)
        elif len(title) >= _SHORT:
            seen[title] = article


def same_text(folder: EditionFolder) -> Iterator[Remark]:
    """A text that another article of the edition has too, word for word."""
    seen: dict[str, NotedArticle] = {}
    for article in folder.articles:
        if not article.notes.text:
            continue
        first = seen.setdefault(article.notes.text, article)
        if first is not article:
            message = say("%(file)s has the same text", file=first.shown)
            yield Remark(message, say("delete one of them, if print has it once"), path=article.shown)


def _bare(line: str) -> str:
    return "".join(char for char in line if char.isalnum())


ARTICLE = (
    Check("no-title", Severity.ERROR, no_title),
    Check("no-text", Severity.ERROR, no_text),
    Check("title-stop", Severity.DOUBT, title_stop),
    Check("title-spaces", Severity.WARNING, title_spaces),
    Check("long-title", Severity.DOUBT, long_title),
    Check("repeated-line", Severity.DOUBT, repeated_line),
    Check("title-in-text", Severity.DOUBT, title_in_text),
)
EDITION = (
    Check("same-title", Severity.DOUBT, same_title),
    Check("same-text", Severity.DOUBT, same_text),
)
