"""Pages made up of stories, poems, listings and lines of all kinds in any order: each part is right, or it is said."""

from collections.abc import Iterator, Sequence
from random import Random
from typing import NamedTuple

import pytest

from broadsheet.model.article import Article, Status
from tests.ingest.newsroom import Newsroom
from tests.ingest.typesetter import set_page

STORIES = {
    "菜市场搬进了地下车库": [
        "本报讯 城西菜市场改建期间，一百二十个摊位昨天搬进了旁边商场的地下车库。头一天停电了两次，卖鱼的打着手电称秤。",
        "商场经理说，车库借四个月，租金一分不要，只求收摊的时候把鱼鳞扫干净。",
    ],
    "老中医的药柜捐给了博物馆": [
        "一只用了九十年的药柜昨天搬进县博物馆，三百零八个抽屉，每个抽屉上都有毛笔写的药名，最下面一排被猫抓出了印子。",
        "捐柜的老中医说，抽屉里的味道留着，别擦。",
    ],
    "山区小学有了第一支管乐队": [
        "本报讯 没有一个孩子见过长号。半年以后，石门小学的管乐队站上了县里的舞台，三十一件乐器全是旧的。",
        "指导老师每周骑摩托车上山两次，他说最难教的不是指法，是让孩子们敢吹出声。",
    ],
    "冬捕第一网拉起两万斤": [
        "昨天清晨，南湖冬捕开网，第一网拉起鲜鱼两万斤，最大的一条草鱼有四十一斤，被一位从省城赶来的客人买走。",
        "渔把头今年七十岁，凿了五十年冰，他说看冰的颜色就知道下面有没有鱼。",
    ],
    "出租车里的失物三天还清": [
        "本报讯 一天里，的哥老郁在后座捡到了手机、假牙和一只鹦鹉。三天以后，三样东西都回到了主人手里。",
        "鹦鹉的主人来得最晚，鹦鹉已经学会了说“请系好安全带”。",
    ],
    "桥下的篮球场亮起了灯": [
        "高架桥下的空地昨晚亮起了灯，两片篮球场免费开放到十点，下雨天也能打，头一晚来了二百多人。",
        "附近的居民投票定了规矩：九点以后不许喊，只许传球。",
    ],
    "退休焊工给公园补栏杆": [
        "本报讯 人民公园的栏杆断了十七处，退休焊工老阚背着焊机来了，一处一处补好，焊缝磨得像镜子。",
        "公园要给他开工钱，他没有收，只要了一张可以早上五点进门的条子。",
    ],
    "水文站换下最后一把铜尺": [
        "观测了六十年水位的铜尺昨天从江边取了下来，换成了雷达。老站长用袖子擦了擦尺上的刻度，念出了最后一个读数。",
        "新设备五分钟报一次数，老站长还是每天早晚下到江边看两眼。",
    ],
}
KICKERS = ("", "巷陌", "凡人善举", "守护青绿", "学有所教", "打通“最后一米”", "记者蹲点", "民生速递")
BYLINES = ("", "北 溪", "◎吴桐", "（河口）方舟", "本报记者 唐一帆")
POEMS = {
    "雪意": [
        "天比平时低了一寸",
        "炊烟走到半路",
        "又折回来",
        "母亲说要下雪了",
        "把晾着的衣裳",
        "一件一件收进屋",
    ],
    "过旧校": ["旧日书声隔短墙，", "青藤爬满半边窗。", "铃绳犹系槐枝下，", "风起时时响一腔。"],
    "如梦令·春耕": [
        "昨夜雨敲檐瓦，",
        "晓起泥香田野。",
        "布谷一声声，",
        "催得犁铧飞下。",
        "休也，休也，",
        "且看满川新画。",
    ],
    "蜗牛": ["小蜗牛，慢慢爬，", "背上背着一个家。", "问它走到哪里去，", "墙头去看牵牛花。"],
}
NAMES = ("", "罗 汀", "石上月", "□ 温婉", "作者：宋时雨")
LISTINGS = {
    "今晚荧屏": ["CCTV3", "19:30 综艺：大舞台", "21:10 歌声里的故事", "县台一套", "20:00 电视剧：长河"],
    "CCTV10": ["18:40 百科探秘", "20:10 纪录片：敦煌", "21:50 读书时间"],
    "红星电影院": ["10:20 《远山》", "14:00 《渡口来信》", "19:40 《远山》"],
    "客运班次调整": ["班次 发车时间 终点", "K21 6:40-17:20 白石镇、上湾", "K35 7:00-16:30 柳河口"],
    "粮油行情": ["大米 2.35 持平", "面粉 1.98 涨0.05", "菜油 7.60 降0.10"],
}
CAPTIONS = (
    "",
    "▲孩子们在练习长号。",
    "左图：冰面上的渔网。\n右图：鱼贩过秤。\n唐一帆 摄",
    "①搬家的摊贩。\n②车库里的鱼摊。\n本报记者 唐一帆 摄",
    "图为博物馆工作人员清理药柜。本报记者 唐一帆 摄",
)
CLOSINGS = (
    "",
    "县文物管理所",
    "读者 一粒沙",
    "（完）",
    "白石镇 马长河",
    "2031年5月6日",
    "（摘自《河口文史》）",
    "（相关报道见3版）",
)
FOLIOS = ("", "05 社会", "2031年5月6日 星期二", "责编 许诺 美编 高原")


class Part(NamedTuple):
    """A part of a page as it is printed, with its headline, and its text or the lines that stay lines."""

    printed: str
    stack: tuple[str, ...]
    texts: Sequence[str]
    kept: bool


def story(chance: Random, title: str, measure: int) -> Part:
    kicker, byline = chance.choice(KICKERS), chance.choice(BYLINES)
    closing = chance.choice(CLOSINGS)
    text = set_page(STORIES[title], measure)
    printed = "\n".join(filter(None, [kicker, title, byline if "本报讯" not in text else "", text.rstrip()]))
    below = [chance.choice(CAPTIONS), ""] if chance.random() < 0.5 else ["", closing]
    return Part("\n".join(filter(None, [printed, *below])), (kicker, title), STORIES[title], kept=False)


def kept(chance: Random, title: str, lines: Sequence[str], names: Sequence[str]) -> Part:
    return Part("\n".join(filter(None, [title, chance.choice(names), *lines])), ("", title), lines, kept=True)


def page(chance: Random) -> tuple[str, list[Part]]:
    """Return a page of three stories, a poem and a listing in any order, and its parts."""
    measure = chance.randint(14, 24)
    parts = [story(chance, title, measure) for title in chance.sample(sorted(STORIES), 3)]
    poem, listing = chance.choice(sorted(POEMS)), chance.choice(sorted(LISTINGS))
    parts += [kept(chance, poem, POEMS[poem], NAMES), kept(chance, listing, LISTINGS[listing], ("",))]
    chance.shuffle(parts)
    lines = [chance.choice(FOLIOS), *(part.printed for part in parts), chance.choice(FOLIOS)]
    return "\n".join(filter(None, lines)) + "\n", parts


def stack(article: Article) -> tuple[str, ...]:
    return (article.kicker, article.title, *article.deck)


def wrong(part: Part, articles: Sequence[Article]) -> Iterator[str]:
    """Yield what is wrong with `part` and nowhere said: in no article that waits for review."""
    review = [one for one in articles if one.status is Status.REVIEW]
    said = "\n".join("\n".join([*stack(one), one.body]) for one in review)
    for article in articles:
        if article in review:
            continue
        own = [text for text in part.texts if text in article.body.split("\\\n" if part.kept else "\n\n")]
        printed = " ".join(stack(article))
        lost = [line for line in part.stack if line not in printed and line not in said]
        added = printed.replace(part.stack[1], "").replace(part.stack[0], "").strip()
        if own and (lost or added):
            yield f"{part.stack} under {stack(article)}"
        if own and not all(text in own or text in said for text in part.texts):
            yield f"{part.stack} in parts"
        if set(stack(article)) & set(part.texts):
            yield f"{stack(article)} has a line of {part.stack}"


@pytest.mark.parametrize("seed", range(60))
def test_each_part_of_a_page_is_right_or_said(newsroom: Newsroom, seed: int) -> None:
    text, parts = page(Random(seed))
    newsroom.page(text)
    run = newsroom.ingest()
    assert run.code == 0, run.err
    articles = newsroom.articles()
    assert [fault for part in parts for fault in wrong(part, articles)] == []
    right = [part for part in parts if any(stack(one) == part.stack for one in articles)]
    assert 2 * len(right) >= len(parts)
