"""Make articles of the stories of a page: their passages become text in the fields of a manuscript."""

from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import chain, groupby, zip_longest

import msgspec

from broadsheet.ingest.desk.body import markdown_of
from broadsheet.ingest.text.wording import word, word_lines
from broadsheet.lexicon.page_numbers import page_number
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.manuscript.records.rulings_file import Ruling
from broadsheet.model.article import Article, Photo, Status, Teaser
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText

_LONGEST_SET_WIDE = 3  # characters of a name with spaces inside


def articles_of(
    source: SourceText, reading: PageReading, decisions: Mapping[int, Ruling], lexicon: Lexicon, raw: str
) -> tuple[Article, ...]:
    """Return the articles of a page in print order.

    `decisions` holds the titles and columns that rulings gave, by the index of the story; `raw` is the name of the raw page
    for the field `source`. The first article gets the page's teasers. Unplaced passages become one more article, under
    review.
    """
    articles = [
        _article(source, story, decisions.get(number, Ruling(at="")), lexicon, raw)
        for number, story in enumerate(reading.stories)
    ]
    if reading.unplaced or not articles:
        body = _paragraphs(source, reading.unplaced)
        articles.append(Article(status=Status.REVIEW, source=raw, body=body))
    teasers = tuple(_teaser(word_lines(source, [passage])) for passage in reading.teasers)
    return (msgspec.structs.replace(articles[0], teasers=teasers), *articles[1:])


def in_doubt(articles: Sequence[Article], stories: Container[int]) -> tuple[Article, ...]:
    """Return `articles`, which are in the order of the page's stories, with those of `stories` under review."""
    return tuple(
        msgspec.structs.replace(article, status=Status.REVIEW) if number in stories else article
        for number, article in enumerate(articles)
    )


def _article(source: SourceText, story: Story, ruling: Ruling, lexicon: Lexicon, raw: str) -> Article:
    printed = word_lines(source, story.headline)
    byline = word_lines(source, story.byline)
    return Article(
        title=printed or ruling.title,
        title_supplied=bool(ruling.title),
        column=ruling.column,
        kicker=word_lines(source, story.kicker),
        deck=tuple(word_lines(source, [passage]) for passage in story.deck),
        byline=byline,
        authors=names(byline, lexicon)
        or _reporters(source, story, lexicon)
        or _signer(source, story, lexicon),
        source_credit=word_lines(source, story.source_credit),
        photos=tuple(_photos(source, story.captions)),
        editors_note=_paragraphs(source, story.editors_note),
        jump=word_lines(source, story.jump),
        status=Status.PUBLISHED if printed or ruling.title else Status.REVIEW,
        source=raw,
        body=_paragraphs(source, story.body),
    )


def _reporters(source: SourceText, story: Story, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the names in the brackets of a dateline: 本报讯（记者 张三）. The dateline stays in the body."""
    opening = word(source, story.body[0]) if story.body else ""
    for pattern in lexicon.words["reporters"]:
        if match := pattern.match(opening):
            return names(match[1], lexicon)
    return ()


def _signer(source: SourceText, story: Story, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the name that signs a letter in the first of its closing lines. The line stays in the body."""
    closings = (word(source, passage) for passage in story.body if passage.role is Role.CLOSING)
    first = next(closings, "")
    signed = filter(None, (pattern.fullmatch(first) for pattern in lexicon.words["signer"]))
    return tuple(match[1] for match in signed)


def _paragraphs(source: SourceText, passages: Iterable[Passage]) -> str:
    return "\n\n".join(markdown_of(source, passage) for passage in passages)


def _photos(source: SourceText, passages: Iterable[Passage]) -> Iterable[Photo]:
    """Yield a photo for each caption, with the credit right after it, and one for each credit without a caption."""
    waiting: Photo | None = None
    for passage in passages:
        text = word(source, passage)
        if passage.role is Role.CAPTION:
            if waiting is not None:
                yield waiting
            waiting = Photo(caption=text)
        else:
            yield msgspec.structs.replace(waiting or Photo(), credit=text)
            waiting = None
    if waiting is not None:
        yield waiting


def _teaser(text: str) -> Teaser:
    return Teaser(text=text, page=page_number(text))


def names(byline: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the names in a printed byline, without repeats: `□ 本报记者 张海莺` → `张海莺`.

    Two or three single characters in a row are one name with spaces inside (王　军, 丁 小 柯).
    """
    bare = byline
    for pattern in lexicon.words["not_a_name"]:
        bare = pattern.sub(" ", bare)
    for pattern in lexicon.words["between_names"]:
        bare = pattern.sub("\n", bare)
    parts = filter(None, map(str.strip, bare.split("\n")))
    found = chain.from_iterable(_joined(list(run)) for _, run in groupby(parts, len))
    return tuple(name for name in dict.fromkeys(found) if len(name) > 1)


def _joined(parts: Sequence[str]) -> Iterable[str]:
    """Return the names that `parts` of one length are: single characters are one name set wide, of three, or several of two."""
    if len(parts[0]) > 1:
        return parts
    if len(parts) == _LONGEST_SET_WIDE:
        return ["".join(parts)]
    return map("".join, zip_longest(parts[::2], parts[1::2], fillvalue=""))
