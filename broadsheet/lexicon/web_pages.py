"""What saved web pages say about themselves: words of their class names and ids, and lines around an article.

The words are those that Chinese and English sites name parts of a page by, pinyin among them.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


INLINE_TAGS = _words(
    """a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp
    small span strike strong sub sup time tt u var wbr"""
)
FURNITURE_TAGS = frozenset(
    {
        "head",
        "nav",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "textarea",
        "iframe",
        "svg",
        "dialog",
        "menu",
    }
)
CODE_TAGS = frozenset({"script", "style", "template", "noscript"})

FURNITURE_WORDS = _words("""ad ads advert advertisement banner bdshare bottom breadcrumb breadcrumbs bshare cmt comment comments copyright
    crumb crumbs disclaimer download ewm fenxiang fenye foot footer friend hot hotnews keyword keywords login
    menu nav navbar navigation pager pagination pinglun popup qcode qrcode rank recommend related relate
    resemble search share sharebar sidebar tag tags toolbar tuijian weibo weixin xgxw zdfy""")
HEADLINE_WORDS = _words("biaoti bt headline title topic")
KICKER_WORDS = _words("eyebrow introtitle jianti kicker overline pretitle shoulder uptitle yinti")
DECK_WORDS = _words("deck dek downtitle fubiaoti futi standfirst subhead subtitle subheadline")
BYLINE_WORDS = _words("author authors byline reporter writer zuozhe")
CAPTION_WORDS = _words("caption figcaption imgdesc imgtext picdesc pictext tushuo tuzhu")

_DATE = r"(?:\d{4}\s?[-./年]\s?\d{1,2}\s?[-./月]\s?\d{1,2}\s?日?)"
_TIME = r"(?:\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)"
_DAY_LABEL = r"(?:时间|日期|发布时间|发布日期|发表时间)\s*[：:]\s*"
_WORDS_TO_LABEL = r"(?=\s+\S{0,6}[：:]|\s*(?:来源|稿源|作者|责任编辑|责编|编辑|字体|字号|调整字体|打印|分享|浏览|评论)|\s{2,}|\s*[|｜]|$)"

# Parts of the line between a headline and its text, in the order in which they are tried.
INFO = (
    (
        "aside",
        re.compile(
            rf"(?:最后更新|更新时间|更新于|发布于|浏览|阅读|点击)[^：:]{{0,4}}[：:]\s*(?:{_DATE}{_TIME}?|\S+)"
        ),
    ),
    ("source", re.compile(rf"(?:{_DAY_LABEL})?{_DATE}{_TIME}?")),
    (
        "source",
        re.compile(rf"(?:信息来源|文章来源|稿件来源|来源于|来源|稿源|转自)\s*[：:]\s*\S.*?{_WORDS_TO_LABEL}"),
    ),
    ("byline", re.compile(rf"(?:作者|文|记者|撰文|采写)\s*[：:]\s*\S.*?{_WORDS_TO_LABEL}")),
)
DATE = re.compile(_DATE)
LABELLED_DATE = re.compile(_DAY_LABEL + _DATE)
PAGER = re.compile(  # 【1】【2】, 上一页 1 2 3 下一页
    r"(?:上一?页)?[\s【\[（(]*1[\s】\]）)【\[（(]+2(?!\d)[\s\d【】\[\]（）()]*(?:下一?页|尾页|末页)?[>»…]*|(?:下一?页|余下全文|阅读全文)[\s>»…]*"
)
LINES_OF_PAGE = re.compile(
    r"[（(\[【]?\s*(?:责任编辑|责编|编辑|值班编辑|校对|审核|编审|监制)\s*[：:丨|｜/／\s]\s*[^，。；]{1,30}"
    r"|(?:本文)?原标题\s*[：:].*"
    r"|.{0,12}(?:扫描|扫一扫|长按|识别).{0,12}二维码.*|\d+、回复【.*|.{0,12}(?:点击菜单栏|点【在看】).*"
    r"|(?=.*(?:打印|字体|字号))(?:打印|字体|字号|调整|超大|特大|放大|正常|标准|缩小|[大中小]|分享|收藏|[：:\s|【】])+"
    r"|点击进入.*|\+?\s*(?:已?关注|订阅)|.{0,6}(?:分享到|相关阅读|相关新闻|推荐阅读|延伸阅读|返回搜狐|查看更多)\s*[：:]?.{0,8}"
)
SOURCE_LINE = re.compile(r"[（(](?:资料|本文|信息|图片)?来源\s*[：:].{1,40}[）)]|来源\s*[：:丨|｜].{1,40}")
PICTURE_CREDIT = re.compile(
    r"(?:本文)?(?:图片|照片|题图)[^。]{0,20}(?:为|由|：)[^。]{2,20}(?:图|摄|提供|供图)$"
)
BYLINE_LINE = re.compile(
    r"(?:\S{2,8}(?:社|报|网|台|新闻|周刊|客户端))?(?:首席|特约|见习|实习)?(?:记者|通讯员|撰文|采写|作者)\s*[：:]?"
    r"(?:\s+|(?<=[：:]))[\u3400-\u9fff·]{2,8}(?:[\s、]+(?:(?:通讯员|实习生|摄影)\s*)?[\u3400-\u9fff·]{2,8}){0,5}"
)
CAPTION_MARK = re.compile(r"[▲△↑▼↓◀◁]|图为|资料图(?:片)?$|图片来源|图源")
