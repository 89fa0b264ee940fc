"""Checks of fields: whether their values can be meant so."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from broadsheet.model.finding import Severity
from broadsheet.model.message import say
from broadsheet.proof.check import Check, Remark
from broadsheet.proof.read.archive import Archive, NotedArticle
from broadsheet.proof.read.located_article import LocatedArticle

_LONG_SUMMARY = 300  # characters; search engines show half of it


def repeated_name(located: LocatedArticle) -> Iterator[Remark]:
    """An author or a tag that the same article has twice."""
    for field in ("authors", "tags"):
        names = getattr(located.article, field)
        for number, name in enumerate(names):
            if name in names[:number]:
                message = say("“%(name)s” stands here twice", name=name)
                yield Remark(message, say("take one of them out"), (field, number))


def tag_is_section(located: LocatedArticle) -> Iterator[Remark]:
    """A tag that is the article's section or column: it has its page already."""
    article = located.article
    for number, tag in enumerate(article.tags):
        if tag in (article.section, article.column):
            message = say("the tag “%(name)s” is the article’s section or column", name=tag)
            yield Remark(message, say("take the tag out"), ("tags", number))


def column_is_section(located: LocatedArticle) -> Iterator[Remark]:
    """A column with the name of the section."""
    article = located.article
    if article.column and article.column == article.section:
        message = say("section and column are both “%(name)s”", name=article.column)
        yield Remark(message, say("take one of them out"), ("column",))


def long_summary(located: LocatedArticle) -> Iterator[Remark]:
    """A summary of more than 300 characters: lists show its beginning, search engines less."""
    if len(located.article.summary) > _LONG_SUMMARY:
        message = say("the summary has %(count)s characters", count=len(located.article.summary))
        yield Remark(message, say("say it in one or two sentences"), ("summary",))


def summary_is_title(located: LocatedArticle) -> Iterator[Remark]:
    """A summary that says what the headline says."""
    article = located.article
    if article.summary and _folded(article.summary) == _folded(article.title):
        message = say("the summary repeats the headline")
        yield Remark(message, say("take it out: the text’s beginning stands in its place"), ("summary",))


def similar_name(archive: Archive) -> Iterator[Remark]:
    """A section, column, author or tag that differs from another only in spaces, width, case or marks."""
    spellings: dict[tuple[str, str], dict[str, NotedArticle]] = defaultdict(dict)
    uses: dict[tuple[str, str], int] = defaultdict(int)
    for folder in archive.editions:
        for article in folder.articles:
            for kind, name in article.notes.names:
                spellings[kind, _folded(name)].setdefault(name, article)
                uses[kind, name] += 1
    for (kind, _), names in spellings.items():
        _, usual = max((uses[kind, name], name) for name in names)
        for name, article in names.items():
            if name != usual:
                message = say("“%(name)s” is written “%(usual)s” elsewhere", name=name, usual=usual)
                hint = say("write the two alike, or they get a page each")
                yield Remark(message, hint, path=article.shown)


def _folded(name: str) -> str:
    wide = unicodedata.normalize("NFKC", name).casefold()
    return "".join(char for char in wide if char.isalnum()) or wide


ARTICLE = (
    Check("repeated-name", Severity.WARNING, repeated_name),
    Check("tag-is-section", Severity.DOUBT, tag_is_section),
    Check("column-is-section", Severity.DOUBT, column_is_section),
    Check("long-summary", Severity.DOUBT, long_summary),
    Check("summary-is-title", Severity.DOUBT, summary_is_title),
)
ARCHIVE = (Check("similar-name", Severity.DOUBT, similar_name),)
