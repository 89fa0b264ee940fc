"""Checks of links, teasers and jumps that lead nowhere. Only addresses that content/ decides are looked at here."""

import re
from collections.abc import Iterator

from broadsheet.lexicon.page_numbers import page_number
from broadsheet.model.article import Status
from broadsheet.model.finding import Severity
from broadsheet.model.message import say
from broadsheet.proof.check import Check, Remark
from broadsheet.proof.read.archive import Archive, EditionFolder, NotedArticle
from broadsheet.proof.read.located_article import LocatedArticle
from broadsheet.proof.read.notes import Mention

_ADDRESS = re.compile(
    r"/(?P<date>\d{4}-\d{2}-\d{2})/(?:(?P<page>\d{2,5})/(?:(?P<order>\d{2,5})/?)?)?(?:#.*)?"
)
_EMPTY = re.compile(r"(?<![!\\])\[[^\[\]\n]+\]\(\s*\)")
_SAYS_NOTHING = re.compile(
    r"(?<!!)\[(?P<words>点击这里|点击此处|这里|此处|链接|點擊這裡|這裡|here|click here|link)\]\("
)


def empty_link(located: LocatedArticle) -> Iterator[Remark]:
    """A link without an address."""
    for match in _EMPTY.finditer(located.article.body):
        yield Remark(
            say("this link leads nowhere"),
            say("write its address between the brackets, or take the brackets out"),
            located.in_body(match.start()),
        )


def link_words(located: LocatedArticle) -> Iterator[Remark]:
    """A link whose words say nothing alone, such as 点击这里: screen readers list links without the text around them."""
    for match in _SAYS_NOTHING.finditer(located.article.body):
        message = say("the words “%(words)s” do not say where this leads", words=match["words"])
        yield Remark(message, say("link the words that name it"), located.in_body(match.start()))


def teaser_page(located: LocatedArticle) -> Iterator[Remark]:
    """A teaser whose words name another page than its `page`."""
    for number, teaser in enumerate(located.article.teasers):
        printed = page_number(teaser.text)
        if teaser.page and printed and printed != teaser.page:
            message = say(
                "the teaser says page %(printed)s, and `page` is %(page)s", printed=printed, page=teaser.page
            )
            yield Remark(message, say("compare with print"), ("teasers", number))


def lost_page(folder: EditionFolder) -> Iterator[Remark]:
    """A teaser or jump to a page that edition.yaml names and that has no article."""
    named = set(folder.edition.edition.facts.pages) if folder.edition else set()
    missing = {str(page) for page in named - folder.pages}
    for article in folder.articles:
        for mention in article.notes.pages:
            if mention.what in missing:
                message = say("this points to page %(page)s, which has no article", page=mention.what)
                hint = say("add the articles of page %(page)s", page=mention.what)
                yield Remark(message, hint, mention.place, article.shown)


def own_page(folder: EditionFolder) -> Iterator[Remark]:
    """A teaser or jump to the page on which it stands."""
    for article in folder.articles:
        for mention in article.notes.pages:
            if mention.what == str(article.address.page):
                message = say("this points to page %(page)s, on which it stands", page=mention.what)
                yield Remark(message, say("compare with print"), mention.place, article.shown)


def dead_link(archive: Archive) -> Iterator[Remark]:
    """A link to an edition, a printed page or an article that readers would not find: missing, or not published yet."""
    published = {
        article.address.parts
        for folder in archive.editions
        for article in folder.articles
        if article.notes.status == Status.PUBLISHED
    }
    waiting = {address.parts for address, _ in archive.tree.articles} - published
    found = {parts[:length] for parts in published for length in (1, 2, 3)}
    for article, target, parts in _linked(archive):
        if parts in found or f"/{'/'.join(parts)}/" in archive.left:
            continue
        if parts in waiting:
            message = say("%(address)s is not published yet", address=target.what)
            yield Remark(message, say("finish it, or take the link out"), target.place, article.shown)
        else:
            message = say("there is no %(address)s", address=target.what)
            hint = say("mend the link, or the address that it means")
            yield Remark(message, hint, target.place, article.shown)


def _linked(archive: Archive) -> Iterator[tuple[NotedArticle, Mention, tuple[str, ...]]]:
    """Yield each link of a published article to an address of the archive, with the parts of the address."""
    for folder in archive.editions:
        for article in folder.articles:
            if article.notes.status != Status.PUBLISHED:
                continue
            for mention in article.notes.links:
                if match := _ADDRESS.fullmatch(mention.what):
                    yield article, mention, tuple(part for part in match.groups() if part)


ARTICLE = (
    Check("empty-link", Severity.WARNING, empty_link),
    Check("link-words", Severity.DOUBT, link_words),
    Check("teaser-page", Severity.DOUBT, teaser_page),
)
EDITION = (
    Check("lost-page", Severity.DOUBT, lost_page),
    Check("own-page", Severity.DOUBT, own_page),
)
ARCHIVE = (Check("dead-link", Severity.ERROR, dead_link),)
