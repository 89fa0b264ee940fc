"""The passages of a page become the fields of its manuscripts."""

import pytest

from broadsheet.ingest.desk.articles import articles_of, in_doubt, names
from broadsheet.lexicon.patterns import load_lexicon
from broadsheet.manuscript.records.rulings_file import Ruling
from broadsheet.model.article import Article, Photo, Status, Teaser
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText

RAW = "raw/2031-05-06/01.txt"
ZH = load_lexicon("zh")


def placed(words: str) -> tuple[SourceText, dict[str, Passage]]:
    """Return a page of lines `role: words`, and the passage of each role."""
    pairs = [line.split(": ") for line in words.splitlines()]
    source = SourceText.of(RAW, "\n".join(text for _, text in pairs))
    spans = [line.span for line in source.lines]
    return source, {role: Passage(Role(role), (span,)) for (role, _), span in zip(pairs, spans, strict=True)}


WHOLE = """kicker: 山里的路
headline: 老渡口 再留三年
deck: 云溪县保留最后一条渡船
byline: 本报记者 张三 李四
editors_note: 编者按：渡口要留。
paragraph: 清早，老船工解开缆绳。
subhead: 桥与船
caption: 渡口的清晨。
photo_credit: 王五 摄
source_credit: 云溪日报
jump: 下转第3版
teaser: 夜校开课 第5版
unplaced: 无处可归"""


def test_each_passage_has_its_field() -> None:
    source, at = placed(WHOLE)
    stack = {name: (at[name],) for name in ("kicker", "headline", "deck", "byline", "jump", "source_credit")}
    story = Story(
        **stack,
        editors_note=(at["editors_note"],),
        body=(at["paragraph"], at["subhead"]),
        captions=(at["caption"], at["photo_credit"]),
    )
    reading = PageReading(stories=(story,), teasers=(at["teaser"],), unplaced=(at["unplaced"],))
    assert articles_of(source, reading, {}, ZH, RAW) == (
        Article(
            title="老渡口 再留三年",
            kicker="山里的路",
            deck=("云溪县保留最后一条渡船",),
            byline="本报记者 张三 李四",
            authors=("张三", "李四"),
            source_credit="云溪日报",
            photos=(Photo(caption="渡口的清晨。", credit="王五 摄"),),
            editors_note="编者按：渡口要留。",
            jump="下转第3版",
            teasers=(Teaser(text="夜校开课 第5版", page=5),),
            status=Status.PUBLISHED,
            source=RAW,
            body="清早，老船工解开缆绳。\n\n## 桥与船",
        ),
        Article(status=Status.REVIEW, source=RAW, body="无处可归"),
    )


def articles(ruling: Ruling | None = None, **words: str) -> tuple[Article, ...]:
    """Return the articles of a page with one story of these passages, and a ruling on it."""
    source, at = placed("\n".join(f"{role}: {text}" for role, text in words.items()))
    body = tuple(at[role] for role in ("paragraph", "closing") if role in at)
    headline = (at["headline"],) if "headline" in at else ()
    page = PageReading(stories=(Story(headline=headline, body=body),))
    return articles_of(source, page, {0: ruling} if ruling else {}, ZH, RAW)


def test_a_story_without_a_headline_waits_for_review() -> None:
    (article,) = articles(paragraph="清早，老船工解开缆绳。")
    assert (article.title, article.title_supplied, article.status) == ("", False, Status.REVIEW)


def test_a_ruling_supplies_title_and_column() -> None:
    ruling = Ruling(at="清早", title="渡口", column="江上")
    (article,) = articles(ruling, paragraph="清早，老船工解开缆绳。")
    assert (article.title, article.title_supplied, article.column) == ("渡口", True, "江上")
    assert article.status is Status.PUBLISHED


def test_a_page_without_stories_is_an_article_under_review() -> None:
    source, at = placed("unplaced: 无处可归\nteaser: 夜校开课 第5版")
    reading = PageReading(stories=(), unplaced=(at["unplaced"],), teasers=(at["teaser"],))
    teasers = (Teaser(text="夜校开课 第5版", page=5),)
    assert articles_of(source, reading, {}, ZH, RAW) == (
        Article(status=Status.REVIEW, source=RAW, body="无处可归", teasers=teasers),
    )
    empty = articles_of(source, PageReading(stories=()), {}, ZH, RAW)
    assert empty == (Article(status=Status.REVIEW, source=RAW, body=""),)


AUTHORS = {
    "the reporter of a dateline": ({"paragraph": "本报讯（记者 张三）昨天，渡口停航。"}, ("张三",)),
    "no reporter": ({"paragraph": "本报讯 昨天，渡口停航。"}, ()),
    "who signs a letter in letters": (
        {"paragraph": "The ferry is closed.", "closing": "Jane Doe, Riverside"},
        ("Jane Doe",),
    ),
    "a closing line that signs nothing": ({"paragraph": "The ferry is closed.", "closing": "May 6"}, ()),
}


@pytest.mark.parametrize(("words", "authors"), AUTHORS.values(), ids=AUTHORS.keys())
def test_authors_of_a_text_without_a_byline(words: dict[str, str], authors: tuple[str, ...]) -> None:
    source, at = placed("\n".join(f"{role}: {text}" for role, text in words.items()))
    lexicon = ZH if "本报" in words["paragraph"] else load_lexicon("latin")
    story = Story(body=tuple(at[role] for role in words))
    (article,) = articles_of(source, PageReading(stories=(story,)), {}, lexicon, RAW)
    assert article.authors == authors


BYLINES = {
    "□ 本报记者 张海莺": ("张海莺",),
    "本报记者 张三 通讯员 李四、王五": ("张三", "李四", "王五"),
    "王　军 张三": ("王军", "张三"),
    "张三 张三": ("张三",),
    "王": (),
    "": (),
}


@pytest.mark.parametrize(("byline", "found"), BYLINES.items(), ids=BYLINES.keys())
def test_names_of_a_byline(byline: str, found: tuple[str, ...]) -> None:
    assert names(byline, ZH) == found


def test_stories_in_doubt_wait_for_review() -> None:
    sound = Article(status=Status.PUBLISHED)
    found = in_doubt((sound, sound, sound), {1})
    assert [one.status for one in found] == [Status.PUBLISHED, Status.REVIEW, Status.PUBLISHED]
