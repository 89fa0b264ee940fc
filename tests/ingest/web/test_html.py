"""Saved web pages: what is the article comes out whole, and all the rest is accounted for as furniture."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.ingest.text.wording import word, word_lines
from broadsheet.ingest.web.markup.builder import read_runs
from broadsheet.ingest.web.markup.walk import parse
from broadsheet.ingest.web.page import read_html
from broadsheet.lexicon import web_pages
from broadsheet.model.errors import SourceError
from broadsheet.model.ledger import balance
from broadsheet.model.page_reading import Passage, Role
from broadsheet.model.source import SourceText, is_ink
from tests.ingest.newsroom import DAY, Newsroom

FIRST = "小镇的夜校昨晚开课，首批学员三十人走进了教室，他们当中年纪最大的已经七十二岁。"
SECOND = "教室由旧粮仓改成，能坐五十人；镇里为它装了新灯，添了桌椅，还请来两位退休教师。"
TEXT = f"<p>{FIRST}</p><p>{SECOND}</p>"


def fields(html: str) -> dict[str, list[str]]:
    reading = read_html("01.html", html)
    balance(reading.source, reading.page.passages())
    story = reading.page.stories[0]
    return {
        name: [_text(reading.source, passage) for passage in getattr(story, name)]
        for name in story.__struct_fields__
        if getattr(story, name)
    }


def _text(source: SourceText, passage: Passage) -> str:
    running = passage.role in (Role.PARAGRAPH, Role.CAPTION)
    return word(source, passage) if running else word_lines(source, [passage])


def furniture(html: str) -> str:
    reading = read_html("01.html", html)
    return " ".join(word(reading.source, passage) for passage in reading.page.furniture)


def page(body: str, title: str = "小镇开办夜校_要闻_云溪日报") -> str:
    return f"<html><head><title>{title}</title></head><body>{body}</body></html>"


def test_a_digital_paper_in_plain_tags() -> None:
    body = f"<div><h3>山乡的灯火</h3><h1>小镇开办夜校</h1><h2>——首批学员三十人</h2><h4>本报记者 张三</h4>{TEXT}</div>"
    assert fields(page(body)) == {
        "kicker": ["山乡的灯火"],
        "headline": ["小镇开办夜校"],
        "deck": ["——首批学员三十人"],
        "byline": ["本报记者 张三"],
        "body": [FIRST, SECOND],
    }


def test_a_digital_paper_in_classes() -> None:
    body = f"""<div class="paper"><p class="yinti">山乡的灯火</p><p class="article-title">小镇开办夜校</p>
    <p class="zw-qt">没有意义的类名</p><p class="futi">首批学员三十人</p><p class="author">张三 李四</p>
    <div class="art_content">{TEXT}</div></div>"""
    found = fields(page(body, "数字报"))
    assert found["kicker"] == ["山乡的灯火"]
    assert found["headline"] == ["小镇开办夜校"]
    assert found["deck"] == ["首批学员三十人"]
    assert found["byline"] == ["张三 李四"]
    assert found["body"] == [FIRST, SECOND]
    said = read_html("01.html", page(body, "数字报")).said
    assert [finding.code for finding in said] == ["left-out"]


PORTAL = f"""
<div class="nav"><a href="/">首页</a><a href="/a">要闻</a><a href="/b">时政</a></div>
<div class="main"><div class="left">
 <div class="path">当前位置：<a href="/">首页</a> &gt; <a href="/a">要闻</a> &gt; 正文</div>
 <h1>小镇开办夜校</h1>
 <div class="meta"><span>2031-05-06 08:30</span> <span>来源：云溪日报</span> <span>作者：张三</span> <span>字号：大 中 小</span></div>
 <div class="share">分享到：<a href="#">微博</a><a href="#">微信</a></div>
 <div class="content">{TEXT}<p>（责任编辑：李四）</p></div>
 <div class="related"><h3>相关阅读</h3><ul><li><a href="#">老渡口停航，新桥通车，两岸村民步行五分钟可达</a></li></ul></div>
 <div class="comments"><h3>网友评论</h3><div class="comment-item"><p>我奶奶也去了，她说灯很亮，老师也很耐心，真好。</p></div>
 <textarea>说两句吧，文明上网，理性发言。</textarea></div>
</div><div class="sidebar"><h2>热点排行</h2><ol><li><a href="#">古村里的书店</a></li></ol></div></div>
<footer>云溪日报社 版权所有，未经授权不得转载。</footer>
"""


def test_a_portals_furniture_stays_out_and_is_accounted_for() -> None:
    found = fields(page(PORTAL))
    assert found == {
        "headline": ["小镇开办夜校"],
        "byline": ["作者：张三"],
        "source_credit": ["2031-05-06 08:30", "来源：云溪日报"],
        "body": [FIRST, SECOND],
    }
    out = furniture(page(PORTAL))
    for words in (
        "首页",
        "字号：",
        "分享到",
        "责任编辑：李四",
        "相关阅读",
        "我奶奶也去了",
        "说两句吧",
        "古村里的书店",
        "版权所有",
    ):
        assert words in out


def test_the_authors_name_reaches_the_manuscript(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/01.html", page(PORTAL))
    run = newsroom.ingest()
    assert (run.code, run.err) == (0, "")
    article = newsroom.article(1)
    assert (article.title, article.authors, article.status) == ("小镇开办夜校", ("张三",), "published")
    assert article.source == f"raw/{DAY}/01.html"
    assert newsroom.ingest().code == 0
    assert {name.rsplit("/", 1)[1] for name in newsroom.files("raw")} == {
        "01.html",
        "01.receipt.json",
        "01.review.html",
    }


def test_scripts_and_styles_are_furniture_and_nothing_runs() -> None:
    trap = f"""<h1>小镇开办夜校</h1><script>document.write("<p>这一句是脚本写的，不是新闻，不能进稿件。</p>");</script>
    <style>p::before {{ content: "样式里的字，不是新闻。" }}</style><div>{TEXT}<!-- 注释里的话，不是新闻。 --></div>
    <script type="application/json">{{"body": "{FIRST}"}}</script>"""
    found = fields(page(trap))
    assert found["body"] == [FIRST, SECOND]
    assert "脚本写的" in furniture(page(trap))
    assert "样式里的字" in furniture(page(trap))


def test_entities_are_the_characters_that_they_stand_for() -> None:
    body = f"<h1>&ldquo;夜校&rdquo; &amp; &#x201C;图书馆&#8221;</h1><div>{TEXT}<p>价格 &lt;10元&gt;，每节课按人头收取&nbsp;材料费。</p></div>"
    found = fields(page(body, "新闻"))
    assert found["headline"] == ["“夜校” & “图书馆”"]
    assert found["body"][2].startswith("价格 <10元>，")


def test_white_space_is_set_as_a_browser_sets_it() -> None:
    body = f"<h1>小镇开办夜校</h1><div><p>\n　　小镇的夜校昨晚\n  开课，new\n  school 首批学员<b>三十人</b>走进了教室。\n</p><p>{SECOND}</p></div>"
    assert fields(page(body))["body"][0] == "小镇的夜校昨晚开课，new school 首批学员三十人走进了教室。"


def test_nested_tables_and_line_breaks() -> None:
    body = f"""<table><tr><td><table><tr><td><a href="/">首页</a></td></tr></table></td></tr><tr><td>
    <table><tr><td align="center"><span class="Title"><b>小镇开办夜校</b></span><br></td></tr>
    <tr><td><font color="red">来源于：云溪日报</font></td></tr>
    <tr><td>　　{FIRST}<br><br>　　{SECOND}<br></td></tr></table></td></tr></table>"""
    found = fields(page(body))
    assert found["headline"] == ["小镇开办夜校"]
    assert found["source_credit"] == ["来源于：云溪日报"]
    assert found["body"] == [FIRST, SECOND]


def test_pictures_captions_and_credits() -> None:
    body = f"""<h1>小镇开办夜校</h1><div><p>{FIRST}</p>
    <figure><img data-src="school.jpg" src="data:image/gif;base64,R0="><figcaption>夜校的灯亮了。张三 摄</figcaption></figure>
    <p style="text-align: center"><img src="road.jpg"></p><p style="text-align:center">通往夜校的山路</p>
    <p>{SECOND}</p><p>{SECOND}</p><p><img data-original="lamp.jpg"></p><p>新装的灯。</p><p>{FIRST}</p></div>"""
    reading = read_html("01.html", page(body))
    assert [p.role for p in reading.page.stories[0].captions] == [
        Role.CAPTION,
        Role.PHOTO_CREDIT,
        Role.CAPTION,
        Role.CAPTION,
    ]
    assert fields(page(body))["captions"] == ["夜校的灯亮了。", "张三 摄", "通往夜校的山路", "新装的灯。"]
    said = [finding.message for finding in reading.said if finding.code == "picture"]
    assert [message.rsplit(" ", 1)[1] for message in said] == ["school.jpg", "road.jpg", "lamp.jpg"]
    assert [f.code for f in reading.said].count("caption-by-place") == 1


def test_a_paragraph_below_a_picture_is_no_caption() -> None:
    body = f'<h1>小镇开办夜校</h1><div><p>{FIRST}</p><p><img src="a.jpg"></p><p>{SECOND}</p></div>'
    assert fields(page(body))["body"] == [FIRST, SECOND]


def test_hidden_text_is_left_out_and_said() -> None:
    hidden = "这一段在网页上是看不见的，要点开才会出现，编辑应当知道有这么一段文字留在外面没有收进来。"
    body = f'<h1>小镇开办夜校</h1><div>{TEXT}<p style="display: none">{hidden}</p><p hidden>短。</p><p>{FIRST}</p></div>'
    reading = read_html("01.html", page(body))
    assert hidden not in "".join(fields(page(body))["body"])
    assert [finding.code for finding in reading.said] == ["hidden"]


def test_subheads_notes_and_lists_of_links_in_the_text() -> None:
    body = f"""<h1>小镇开办夜校</h1><div><p>编者按：从今天起，本报推出夜校系列报道。</p>{TEXT}<p><strong>灯下的老师</strong></p>
    <p>{FIRST}</p><p><strong>老师说得对。</strong></p><p><a href="#">点击进入专题</a></p></div>"""
    reading = read_html("01.html", page(body))
    story = reading.page.stories[0]
    assert [p.role for p in story.body].count(Role.SUBHEAD) == 1
    assert [word(reading.source, p) for p in story.editors_note] == [
        "编者按：从今天起，本报推出夜校系列报道。"
    ]
    assert "点击进入专题" in furniture(page(body))


def test_the_day_at_the_foot_counts_where_the_head_names_none() -> None:
    foot = '<div class="bar">发布日期：2031-05-06 责任编辑：李四</div>'
    body = f"<h1>小镇开办夜校</h1><p>来源：云溪日报</p><div>{TEXT}</div>{foot}"
    assert fields(page(body))["source_credit"] == ["来源：云溪日报", "发布日期：2031-05-06"]
    assert "责任编辑：李四" in furniture(page(body))
    dated = body.replace("<p>来源", "<p>2031年5月7日 来源")
    assert fields(page(dated))["source_credit"] == ["2031年5月7日", "来源：云溪日报"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-11-08T06:30:00+08:00", "2024-11-08"),
        ("2024-10-31", "2024-10-31"),
        ("2024年12月5日", "2024-12-05"),
        ("2024/1/2", "2024-01-02"),
        ("20241205", "2024-12-05"),
    ],
)
def test_the_day_of_the_head_is_said_as_written(written: str, day: str) -> None:
    head = f'<meta name="pubdate" content="{written}">'
    (doubt,) = read_html("01.html", f"{head}<h1>小镇开办夜校</h1><div>{TEXT}</div>").said
    assert f"the page's head dates it {day}, and no line of the page prints that day" in doubt.message


def test_a_month_is_no_day() -> None:
    html = f'<meta name="pubdate" content="2024-12"><h1>小镇开办夜校</h1><div>{TEXT}</div>'
    assert read_html("01.html", html).said == ()


@pytest.mark.parametrize(
    ("pager", "said"),
    [
        ('<p><a href="2.html">【1】</a><a href="3.html">【2】</a></p>', ["more-pages"]),
        ('<div>1 <a href="2.html">2</a> <a href="2.html">下一页</a></div>', ["more-pages"]),
        ("<p>1 2</p>", []),
        ('<p><a href="#good">9</a> <a href="#talk">23</a></p>', []),
        ('<p><a href="9.html">老渡口停航</a></p>', []),
    ],
)
def test_an_article_that_goes_on_on_more_pages_is_said(pager: str, said: list[str]) -> None:
    html = page(f"<h1>小镇开办夜校</h1><div>{TEXT}</div>{pager}")
    assert [finding.code for finding in read_html("01.html", html).said] == said


def test_a_bar_of_tools_is_no_text_that_was_left_out() -> None:
    bar = "<div><span>打印</span><span>字体：放大 正常 缩小</span><span>分享</span></div>"
    reading = read_html("01.html", page(f"<h1>小镇开办夜校</h1>{bar}<div>{TEXT}</div>"))
    assert reading.said == ()


def test_a_page_without_a_headline_waits_for_review(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/01.html", f"<div>{TEXT}</div>")
    assert newsroom.ingest().code == 0
    article = newsroom.article(1)
    assert (article.title, article.status) == ("", "review")


def test_a_headline_in_doubt_waits_until_it_is_ruled(newsroom: Newsroom) -> None:
    body = f"<div>小镇开办夜校啦</div><div>2031-05-06 来源：云溪日报</div><div>{TEXT}</div>"
    newsroom.file(f"raw/{DAY}/01.html", page(body, "数字报"))
    assert "1 headline-by-place" in newsroom.ingest().out
    assert (newsroom.article(1).title, newsroom.article(1).status) == ("小镇开办夜校啦", "review")
    newsroom.file(f"raw/{DAY}/01.rulings.yaml", "rulings:\n  - {at: 小镇开办夜校啦, role: headline}\n")
    assert "headline-by-place" not in newsroom.ingest().out
    assert newsroom.article(1).status == "published"


@pytest.mark.parametrize("html", ["", "<p></p>", "<script>1</script>", "<nav><a href='/'>首页</a></nav>"])
def test_a_page_without_text_is_refused(html: str) -> None:
    with pytest.raises(SourceError):
        read_html("01.html", html)


@pytest.mark.parametrize(
    "html", ["<div>" * 1500 + f"<p>{FIRST}" + "</div>" * 1500, f"<p>{FIRST}<p>{SECOND}<br>"]
)
def test_broken_and_deep_markup_loses_nothing(html: str) -> None:
    reading = read_html("01.html", html)
    ledger = balance(reading.source, reading.page.passages())
    assert ledger.ink == sum(map(is_ink, FIRST)) + (sum(map(is_ink, SECOND)) if "<br>" in html else 0)


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<b>x</i>", "<ul><li>", "<table><tr><td>", "<span>"])
def test_tags_that_never_close_are_refused_with_their_line(tag: str) -> None:
    with pytest.raises(SourceError) as refused:
        read_html("01.html", f"<h1>小镇开办夜校</h1>{TEXT}\n" + f"{tag}字" * 100_000)
    assert "01.html:2: error nested-too-deep" in str(refused.value)
    assert "save it anew" in str(refused.value)


BLOCKS = {
    "div",
    "p",
    "table",
    "tr",
    "td",
    "ul",
    "li",
    "h1",
    "pre",
    "html",
    "body",
    "option",
    "founder-content",
}
TAGS = sorted(BLOCKS | web_pages.INLINE_TAGS | web_pages.FURNITURE_TAGS)


@given(st.lists(st.tuples(st.sampled_from(TAGS), st.sampled_from(["<{}>", "</{}>", "<{}/>"])), max_size=12))
def test_every_word_between_any_tags_reaches_the_ledger(tags: list[tuple[str, str]]) -> None:
    words = [f"第{n}句话，写在标签之间。" for n in range(len(tags) + 1)]
    html = words[0] + "".join(
        form.format(tag) + word for (tag, form), word in zip(tags, words[1:], strict=True)
    )
    root = parse("01.html", html)
    assert root is not None
    text = read_runs("01.html", root).source.text
    assert all(word in text for word in words)


@pytest.mark.parametrize(
    ("encoding", "declared"), [("gb18030", "gb2312"), ("big5", "big5"), ("utf-8", "gb2312")]
)
def test_a_page_says_its_encoding_and_utf_8_goes_before(
    newsroom: Newsroom, encoding: str, declared: str
) -> None:
    text = "夜校昨晚在大家面前開課，大家都很高興，老師也很高興。" * 2 if encoding == "big5" else FIRST
    html = (
        f'<meta http-equiv="Content-Type" content="text/html; charset={declared}"><h1>夜校</h1><p>{text}</p>'
    )
    newsroom.file(f"raw/{DAY}/01.htm", html.encode(encoding))
    run = newsroom.ingest(json_dir="out")
    assert run.code == 0, run.err
    found: dict[str, Any] = json.loads((newsroom.root / "out/01.json").read_text(encoding="utf-8"))
    assert found["articles"][0]["body"][0]["text"] == text


def test_what_a_browser_saved_beside_a_page_is_no_page(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/01.html", page(PORTAL))
    newsroom.file(f"raw/{DAY}/01_files/frame.html", page(PORTAL))
    assert newsroom.ingest().code == 0
    assert len(newsroom.articles()) == 1


def test_a_page_that_is_no_text_is_named(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/01.html", b"<html>\n<p>a\0b</p></html>")
    run = newsroom.ingest()
    assert run.code == 1
    assert f"raw/{DAY}/01.html:2: error bad-bytes" in run.err
    assert "the page holds a NUL character: it is not text" in run.err
