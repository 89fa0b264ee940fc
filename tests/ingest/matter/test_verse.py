"""Poems: an article of their own with their lines kept, wherever on the page they stand."""

import pytest

from broadsheet.manuscript.markdown.dialect import render
from tests.ingest.newsroom import DAY, Newsroom
from tests.ingest.typesetter import set_page

BRIDGE = "城东大桥昨日合龙\n" + set_page(
    [
        "本报讯（记者 李四）昨天上午，城东大桥合龙仪式在江边举行，大桥全长两千三百米，历时三年建成，预计国庆节前通车。",
        "大桥主跨六百八十米，采用双塔双索面设计，桥面为双向八车道，两侧设有非机动车道和人行道。",
    ],
    18,
)
SCHOOL = "今秋新增学位一万两千个\n" + set_page(
    [
        "本报讯（记者 王五）记者从市教育局获悉，今年秋季新学期全市将新增学位一万两千个，其中小学八千个，初中四千个。",
        "市教育局副局长表示，今年计划新建学校九所，改扩建学校十四所，总投资二十六亿元。",
    ],
    18,
)
FREE = (
    "渡口",
    "陈默",
    ["船来的时候", "天还没有亮", "摆渡的人", "把灯挂在高高的桅杆上", "像挂一颗", "不肯睡的星"],
)
SEVEN = (
    "题大桥合龙",
    "张三",
    ["一桥飞架两山间，", "万里长江唱大还。", "今日合龙同举酒，", "明朝通路过重关。"],
)
PAIRS = ("登楼有感", "□ 李四", ["白日依山尽，黄河入海流。", "欲穷千里目，更上一层楼。"])
TUNE = (
    "水调歌头·大桥",
    "周八",
    ["一桥凌水起，两岸共春风。", "当年渡口，摇橹吱呀夕阳红。", "问我家何处，笑指彩虹东。"],
)
MARKED = (
    "写给父亲",
    "（云溪）刘明",
    ["您走的那天，下着雪", "我没有哭，只是站着", "看雪落在您的肩上", "后来每年下雪", "我都会出门，站一会儿"],
)
SPACED = ("雪夜", "北 陌", ["烟囱不再说话", "雪就一直落", "落到一个人的肩上", "他也没有拍"])
PEN = ("江上行", "石间", ["一棹清波带晚晴，", "两行白鹭绕沙汀。", "渔家不问丰和歉，", "笑指船头网上星。"])
RHYME = (
    "童谣二首",
    "皮皮爸",
    ["搬家", "小蚂蚁，搬新家，", "排着队，不说话。", "下雨", "雨点点，敲瓦片，", "叮叮咚咚到天边。"],
)
POEMS = {"free": FREE, "seven": SEVEN, "pairs": PAIRS, "tune": TUNE, "marked": MARKED}
POEMS |= {"spaced": SPACED, "pen": PEN, "rhyme": RHYME}


def printed(poem: tuple[str, str, list[str]]) -> str:
    title, name, verse = poem
    return "\n".join([title, name, *verse]) + "\n"


@pytest.mark.parametrize("poem", POEMS.values(), ids=POEMS)
@pytest.mark.parametrize(("above", "below"), [("", SCHOOL), (BRIDGE, ""), (BRIDGE, SCHOOL), ("", "")])
def test_a_poem_is_an_article_whose_lines_stay(
    newsroom: Newsroom, poem: tuple[str, str, list[str]], above: str, below: str
) -> None:
    newsroom.page(above + printed(poem) + below)
    assert newsroom.ingest().code == 0
    articles = {article.title: article for article in newsroom.articles()}
    title, name, verse = poem
    expected = [text.split("\n")[0] for text in (above, printed(poem), below) if text]
    assert list(articles) == expected
    assert articles[title].byline == name
    assert render(articles[title].body) == "<p>" + "<br>\n".join(verse) + "</p>"


def test_a_blank_line_parts_stanzas(newsroom: Newsroom) -> None:
    first, second = FREE[2][:3], FREE[2][3:]
    newsroom.page("\n".join(["渡口", "□ 陈默", "", *first, "", *second, "", SCHOOL]))
    newsroom.ingest()
    assert render(newsroom.article(1).body) == "\n".join(
        "<p>" + "<br>\n".join(stanza) + "</p>" for stanza in (first, second)
    )


def test_verse_without_a_name_is_in_doubt_at_its_headline(newsroom: Newsroom) -> None:
    verse = [
        "秋天的信",
        "风把一封信",
        "放在窗台上",
        "信里没有字",
        "只有一片叶子",
        "叶子上",
        "有一条路",
        "通向很远的山",
    ]
    newsroom.page("\n".join([*verse, SCHOOL]))
    newsroom.ingest()
    report = (newsroom.root / f"raw/{DAY}/01.review.html").read_text(encoding="utf-8")
    assert "标题存疑" in report
    assert [article.title for article in newsroom.articles()][1:] == ["今秋新增学位一万两千个"]


@pytest.mark.parametrize("title", ["井", "咏稻", "秋江即事", "浣溪沙·采茶"])
@pytest.mark.parametrize(
    "verse", [PEN[2], RHYME[2][1:3] + RHYME[2][4:], FREE[2]], ids=["seven", "rhyme", "free"]
)
@pytest.mark.parametrize("sign", ["", "临江县图书馆\n", "2031年5月6日\n"])
def test_verse_without_a_name_keeps_its_title_from_the_text_above(
    newsroom: Newsroom, title: str, verse: list[str], sign: str
) -> None:
    newsroom.page(BRIDGE + sign + "\n".join([title, *verse, SCHOOL]))
    newsroom.ingest()
    poem = next(article for article in newsroom.articles() if article.title == title)
    assert poem.body.split("\\\n") == verse
    assert "今秋新增学位一万两千个" in [article.title for article in newsroom.articles()]


def test_a_second_poem_below_the_first_is_an_article_of_its_own(newsroom: Newsroom) -> None:
    one, other = RHYME[2][1:3] + RHYME[2][4:], PEN[2]
    newsroom.page("\n".join(["雨中（外一首）", "石间", *one, "江上行", *other, "渡口", *FREE[2], SCHOOL]))
    newsroom.ingest()
    titles = [article.title for article in newsroom.articles()]
    assert titles == ["雨中（外一首）", "江上行", "渡口", "今秋新增学位一万两千个"]


def test_a_signature_below_a_poem_is_its_byline(newsroom: Newsroom) -> None:
    newsroom.page("\n".join(["渡口", *FREE[2], "（王小二）", SCHOOL]))
    newsroom.ingest()
    poem = newsroom.article(1)
    assert (poem.title, poem.byline, len(poem.body.splitlines())) == ("渡口", "（王小二）", 6)


@pytest.mark.parametrize("measure", range(10, 24))
def test_prose_below_a_name_is_no_verse(newsroom: Newsroom, measure: int) -> None:
    text = [
        "那年我十岁，村口的老槐树下来了一个说书人，他支起一张小桌，点一盏马灯，四下里就静了。",
        "散场时月亮已经偏西，父亲来接我，我伏在他背上，还没有到家就睡着了。",
    ]
    newsroom.page("说书人\n□ 张三\n" + set_page(text, measure))
    newsroom.ingest()
    assert newsroom.article(1).body == "\n\n".join(text)


def test_an_editor_may_rule_that_a_paragraph_is_verse(newsroom: Newsroom) -> None:
    prose = "渡口今天停航，船来了又走了，\n岸上的人没有上船也没有说话。\n"
    newsroom.page("渡口停航\n" + prose, rulings="rulings:\n- {at: 渡口今天停航, role: verse}\n")
    assert newsroom.ingest().code == 0
    assert newsroom.article(1).body == prose.strip().replace("\n", "\\\n")
