"""Checks of bylines and credits, of datelines and editor's notes."""

import re
from collections.abc import Iterator

from broadsheet.model.finding import Severity
from broadsheet.model.message import say
from broadsheet.proof.check import Check, Remark
from broadsheet.proof.read.located_article import LocatedArticle

_POST = re.compile(r"记者|記者|通讯员|通訊員|实习生|評論員|评论员|撰稿|\b[Bb]y\b|\bStaff\b|\bReporter\b")
_CREDIT = re.compile(
    r"(?:[（(]\s*)?(?:(?:本报|新华社|本社)?(?:记者|記者|通讯员)\s*)?[\u3400-\u9fff·]{2,8}\s*(?:[摄攝]|供图)\s*[）)]?[。.]?$"
)
_DATELINE = re.compile(r"^(?:本报|本報|新华社|新華社|中新社)[^，。\n]{2,24}[电電讯訊](?![员員])")
_NOTE = re.compile(r"^#{1,6} ", re.MULTILINE)


def unknown_author(located: LocatedArticle) -> Iterator[Remark]:
    """A byline that does not name one of the `authors`. A name of two hanzi may be set wide: 王　军."""
    byline = "".join(located.article.byline.split())
    for author in located.article.authors:
        if byline and "".join(author.split()) not in byline:
            message = say("%(name)s is an author, and the byline does not say so", name=author)
            yield Remark(message, say("mend one of the two"), ("authors",))


def author_with_post(located: LocatedArticle) -> Iterator[Remark]:
    """An author with a post, such as 本报记者: `authors` are names alone, since each gets a page."""
    for number, author in enumerate(located.article.authors):
        if match := _POST.search(author):
            message = say("“%(name)s” holds “%(post)s”, which is no name", name=author, post=match[0])
            yield Remark(message, say("leave the name alone"), ("authors", number))


def byline_without_author(located: LocatedArticle) -> Iterator[Remark]:
    """A byline with 记者 and a name, and no `authors`: the article is missing on its author's page."""
    article = located.article
    if (
        article.byline
        and not article.authors
        and re.search(r"[记記]者[\s:：]+[\u3400-\u9fff]{2,4}", article.byline)
    ):
        message = say("the byline has a name, and `authors` has none")
        yield Remark(message, say("write the names into `authors`"), ("byline",))


def credit_in_caption(located: LocatedArticle) -> Iterator[Remark]:
    """A caption that ends with the photographer, while `credit` is empty."""
    for number, photo in enumerate(located.article.photos):
        if not photo.credit and (match := _CREDIT.search(photo.caption)):
            message = say("the caption ends with a credit: %(words)s", words=match[0])
            yield Remark(message, say("move it to `credit`"), ("photos", number, "caption"))


def credit_twice(located: LocatedArticle) -> Iterator[Remark]:
    """A credit that stands at the end of its caption too."""
    for number, photo in enumerate(located.article.photos):
        if len(photo.credit) > 1 and photo.caption.rstrip("。.）)").endswith(photo.credit.rstrip("。.）)")):
            message = say("the caption ends with the credit")
            yield Remark(message, say("take it out of the caption"), ("photos", number, "caption"))


def dateline_twice(located: LocatedArticle) -> Iterator[Remark]:
    """A dateline in its field and at the beginning of the text too."""
    article = located.article
    if article.dateline and article.body.lstrip("　 ").startswith(article.dateline.strip()):
        message = say("the text begins with the dateline, and readers would see it twice")
        yield Remark(message, say("take it out of one of the two"), ("dateline",))


def byline_in_dateline(located: LocatedArticle) -> Iterator[Remark]:
    """A byline that is a dateline, such as 新华社北京4月14日电."""
    if _DATELINE.match(located.article.byline):
        message = say("this is a dateline, and no byline")
        yield Remark(message, say("move it to `dateline`"), ("byline",))


def note_heading(located: LocatedArticle) -> Iterator[Remark]:
    """An editor's note with a heading: its label as printed, 编者按, stands first in the text."""
    if _NOTE.search(located.article.editors_note):
        message = say("the editor’s note holds a heading")
        yield Remark(message, say("write it as a paragraph, or in bold"), ("editors_note",))


def note_in_text(located: LocatedArticle) -> Iterator[Remark]:
    """A text that begins with 编者按: the note has a field of its own."""
    if re.match(r"[\s　*【]*(?:编者按|編者按|编者的话)", located.article.body):
        message = say("the text begins with an editor’s note")
        yield Remark(message, say("move it to `editors_note`"), located.in_body(0))


ARTICLE = (
    Check("unknown-author", Severity.DOUBT, unknown_author),
    Check("author-with-post", Severity.WARNING, author_with_post),
    Check("byline-without-author", Severity.DOUBT, byline_without_author),
    Check("credit-in-caption", Severity.DOUBT, credit_in_caption),
    Check("credit-twice", Severity.DOUBT, credit_twice),
    Check("dateline-twice", Severity.DOUBT, dateline_twice),
    Check("byline-is-dateline", Severity.DOUBT, byline_in_dateline),
    Check("note-heading", Severity.DOUBT, note_heading),
    Check("note-in-text", Severity.DOUBT, note_in_text),
)
