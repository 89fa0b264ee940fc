"""What saved web pages say about themselves: words of their class names and ids, and lines around an article.

The words are those that Chinese and English sites name parts of a page by, pinyin among them.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


CODE_TAGS = frozenset({"script", "style", "template", "noscript"})
INLINE_TAGS = CODE_TAGS | _words(
    """a abbr acronym b bdi bdo big button cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp
    small span strike strong sub sup time tt u var wbr founder-author founder-introtitle founder-subtitle founder-title"""
)
HEADINGS = _words("h1 h2 h3 h4 h5 h6")
# No article stands in one of these.
FRAME_TAGS = _words("head nav footer button select textarea iframe svg dialog menu")
# An article may stand in one of these, and then furniture stands around it; one inside an article is furniture.
FURNITURE_TAGS = FRAME_TAGS | _words("aside form")

FURNITURE_WORDS = _words("""ad ads advert advertisement banner bdshare bio bottom breadcrumb breadcrumbs bshare cmt comment comments copyright
    crumb crumbs disclaimer download ewm fenxiang fenye foot footer friend hot hotnews keyword keywords login
    menu nav navbar navigation newsletter newsletters pager pagination paywall pinglun popup promo qcode qrcode rank recommend
    related relate resemble search share sharebar sharedaddy sidebar signup sponsor sponsored subscribe subscription tag tags
    toolbar tuijian weibo weixin xgxw zdfy""")
VISUALLY_HIDDEN = (_words("visually hidden"), _words("sr only"), _words("screen reader text"))
"""What elements are called that only screen readers read."""

COMMENT_WORDS = _words("cmt comment comments commentlist disqus pinglun respond")
HEADLINE_WORDS = _words("biaoti bt headline tit title topic")
KICKER_WORDS = _words("eyebrow introtitle jianti kick kicker overline pretitle shoulder uptitle yinti yt")
DECK_WORDS = _words("deck dek downtitle ft fubiaoti futi standfirst subhead subtitle subheadline vicetitle")
LEAD_WORDS = _words("abstract chapo daodu excerpt intro lead lede summary teaser zhaiyao")
STACK_WORDS = HEADLINE_WORDS | KICKER_WORDS | DECK_WORDS
SOURCE_WORDS = _words("come comefrom from laiyuan laizi media mediaid origin publisher ly source src wemedia")
ACCOUNT_WORDS = _words("account nickname")
BYLINE_WORDS = _words("author authors byline reporter writer zuozhe zz")
PICTURE_WORDS = _words("attachment figure image images img photo photos pic pics picture pictures tupian")
ABOUT_WORDS = _words("avatar badge bio desc description intro jianjie title")
CAPTION_WORDS = _words("cap caption figcaption imgdesc imgtext picdesc pictext tushuo tuzhu")
DAY_NAMES = _words(
    """article:published_time og:published_time og:release_date datepublished publishdate publish_date pubdate date
    dc.date dc.date.issued dcterms.created release_date sailthru.date parsely-pub-date"""
)
DAY_WORDS = _words("date datetime day pubdate published pubtime riqi shijian time")

PAGER = re.compile(  # 【1】【2】, 上一页 1 2 3 下一页, 123下一页
    r"(?:上一?页)?[\s【\[（(]*1[\s】\]）)【\[（(]+2(?!\d)[\s\d【】\[\]（）()]*(?:下一?页|尾页|末页|余下全文|\s)*[>»…]*|(?:下一?页|余下全文|阅读全文)[\s>»…]*|(?:上一?页)?\s*1\s*(?:\d+\s*){1,12}(?:下一?页|Next(?: page)?)\D{0,8}"
)
PAGE_MARK = re.compile(
    r"(?:第\s*)?(?P<part>[A-Z]{0,2})(?<!\d)(?P<number>\d{1,3})\s*版(?:\s*[：:]?\s*(?P<name>[\u3400-\u9fff][^\s|｜【】（()）<>]{0,11}))?"
)
"""How a digital paper names a printed page: 第03版：要闻, A12版."""

DIGITAL_PAPER = re.compile(r"[·\s]*(?:多媒体)?(?:数字报刊?|电子报|电子版|数字版)(?:平台)?$")
"""What follows the name of a digital paper in a page's title."""

COPYRIGHT = re.compile(r"Copyright|©|版权所有|All Rights Reserved", re.IGNORECASE)
"""What the line that names a site's owner says."""

PAGE_LABEL = re.compile(r"版[次面名]\s*[：:]")
PAPER = re.compile(r".{2,12}[报報刊]")
TODAY = re.compile(r"今天|现在|現在|当前|\bToday\b", re.IGNORECASE)
"""What stands before the day on which a page is read."""

ATTACHMENT = re.compile(r"\s*(?:附件|附表|附图)\s*\d*\s*[：:]?.*")
"""A line that names what is attached to a notice, often as a link."""

CRUMBS = re.compile(
    r"\s*(?:您?[的所]?(?:当前|现在)?[的所]?位置|首页|当前位置|Home)\s*(?:[：:>»›/|＞\-—]|$)|.*>\s*正文$"
)
"""The line that leads down to the article: 首页 > 要闻 > 正文."""

RELATED = re.compile(
    r"[\s【\[■◆●▍|—>·]*(?:(?:相关|延伸|推荐|更多|热门|热点|往期|精彩|精选|其他|编辑|今日|本周|频道|站内|图片|此前|(?:作者|小编)最[新近]|为[您你])[\s·]*"
    r"(?:新闻|阅读|推荐|报道|链接|文章|稿件|专题|评论|资讯|内容|视频|回顾|消息|话题|热点|热文|精选|精彩|日志|日誌)(?:新闻|阅读|推荐|报道|链接|文章|稿件|列表|排行榜?)?"
    r"|(?:热门|热文|新闻|点击|阅读|文章|一?周|本?[日月周])*排行榜?|\d+小时(?:热[文点榜]|排行).{0,4}|热[文榜]"
    r"|(?:相關|延伸|推薦|更多|熱門|編輯|精選)[\s·]*(?:新聞|閱讀|報導|文章|精選|推薦|內容)|看更多.{0,8}"
    r"|(?:热文|好文|本[站类]|同类)(?:推荐|文章)|最新(?:文章|新闻|资讯|消息|发布)|本文相关|上下[篇条]|猜[您你]喜欢|[您你](?:可能|也许|或许)(?:还|会|也)*(?:喜欢|感兴趣).{0,4}|大家都?在看"
    r")[\s】\]：:>»·]*"
    r"|(?:(?:Related|See also|Also read|Read also|More)(?=\s*[:：]?$)|Related (?:stories|articles|news|links|posts|content|topics)|More (?:stories|news|from .{2,20}|on this(?: story)?)|(?:People|Readers|Others) are (?:also )?reading\W*|(?:Read|See) (?:more|next|also)"
    r"|Recommended(?: for you)?|You (?:may|might) (?:also )?like.{0,12}|Most (?:popular|read|viewed)|Trending(?: now)?|Up next"
    r"|Keep reading|Latest (?:news|stories)|Editors?['’]?s? picks?)[\s:]*",
    re.IGNORECASE,
)
"""The line above a list of other stories."""

COMMENTS = re.compile(
    r"(?:全部|最新|热门|精彩|网友|发表)评论\s*(?:[（(]?\d+条?[）)]?)?|评论\s*[（(]\d+条?[）)]|(?:\d+ )?Comments?"
)
"""The line above what readers wrote."""

PROMOTION = re.compile(
    r"(?=.{0,60}$).*(?:关注|下载|下載|加入|追蹤|搜索|点击|點我|现在用|現在用).{0,24}(?:公众号|微信号?|视频号|客户端|APP|小程序|粉[丝絲][团團專专]|LINE|Telegram).*",
    re.IGNORECASE,
)
"""A line below the text that sends readers elsewhere."""

SIGN_UP = re.compile(
    r"(?=.{0,200}$)(?:.*[.!?]\s)?(?:(?:Please )?(?:Sign up|Subscribe|Log in|Register)\b|Already a (?:subscriber|member)\b|.*\b(?:in|into|to) your inbox\b).*"
)
"""A line that bids readers subscribe: an imperative begins a sentence of it."""

END_OF_ARTICLE = re.compile(
    r"[（(\[【]?\s*(?:本文来源\s*[：:][^。]{1,40}?)?(?:责任编辑|责编|编辑|值班编辑|编审)\s*[：:丨|｜/／\s]"
)
"""The line that names the editor, below which a site sets what is its own."""

BADGE = re.compile(
    r"[\[【（(]?(?:(?:原创|独家|转载|快讯|图集|组图|视频|专题|置顶|推荐|图文|现场|直播){1,2}|热|新|荐|图|会员专享|付费阅读|NEW|HOT|VIP|Exclusive|Breaking|Live|Premium|Updated"
    r"|(?:For )?(?:Subscribers?|Members?)(?:[- ](?:Exclusive|Only|Content))?)[\]】）)]?",
    re.IGNORECASE,
)
"""A mark that a site sets in a headline's line, in an element of its own."""

SITE = re.compile(
    r".{1,14}(?:网|网站|门户|官网|频道|日报|晚报|新闻网|政府|博客|论坛|社区|在线|大学)|.{2,30} (?:News|Times|Daily|Post|Gazette|Blog)"
)
"""What a site calls itself in the name of each of its pages."""

COLUMN_WORDS = _words("cat category channel column catalog columnname lanmu")
"""What elements are called that name the part of the site, or the paper's column, in which an article stands."""

SITE_WORDS = _words("brand logo masthead sitename")
"""What elements are called that show the site's name."""

SECTION = re.compile(
    r"(?:新闻|通知|公告|公示|要闻|动态|资讯|信息|文章|媒体|图片|时政|政务|工作|部门|综合|政策|学术){1,3}(?:中心|详情|内容|频道|列表|报道|公开|法规)?"
    r"|[\u3400-\u9fff]{2,12}(?:局|委|厅|医院|学院|大学|学校|中学|小学|研究[所院]|协会|公司|集团|政府|网|网站|门户|频道)|News|Blog"
)
"""What a heading says that names the site or its part: another heading below it is the article's."""

KEYWORDS = re.compile(r"(?:文章)?(?:标签|关键[词字]|Tags?)", re.IGNORECASE)
"""What a line of links to topics opens with."""

LINES_OF_PAGE = re.compile(
    r"(?:[【\[]?(?:我要)?纠错[】\]]?\s*)?[（(\[【]?\s*(?:责任编辑|责编|编辑|值班编辑|校对|审核|编审|监制)\s*[：:丨|｜/／\s]\s*[^，。；]{0,30}"
    r"|[（(\[【]?\s*(?:本文)?原(?:标题|题)(?:为)?\s*[：:《].*"
    r"|[（(\[【]?\s*(?:特别|免责|版权|平台|郑重)?声明\s*[：:】\]].*|(?=.{0,90}$)(?:本文|文章|以上).{0,12}(?:仅代表|不代表).{0,24}(?:观点|立场).*|(?=.{0,80}$).*(?:未经|不得|禁止|注明)[^。]{0,16}(?:转载|出处|本文链接).*"
    r"|(?:点击|点此)(?:观看|收看|收听|播放)(?:视频|直播|音频)?[：:>》].{0,40}|[（(].*更多.{0,12}(?:下载|关注).*[）)]|.{0,4}扫[码描].{0,12}|(?:点击)?.{0,4}(?:余下|阅读)全文.*|.*进入专题.{0,2}"
    r"|(?:Copyright|©).{0,240}|(?=.{0,120}$).*(?:ICP[备证]|公网安备|Copyright|©|版权所有|All Rights Reserved).*|(?:主办|承办|技术支持)(?:单位)?\s*[：:].{0,60}|(?=.*(?:邮编|邮政编码|电话|传真))地址\s*[：:].{0,80}"
    r"|.{0,60}(?:扫描|扫一扫|长按|识别).{0,12}二维码.*|\d+、回复【.*|.{0,12}(?:点击菜单栏|点【在看】).*"
    r"|(?=.*(?:打印|字体|字号))(?:打印|字体|字号|调整|超大|特大|放大|正常|标准|缩小|[大中小]|分享|收藏|[：:\s|【】])+"
    r"|本文(?:链接|地址|网址|短链)\s*[：:].*|(?:写下|发表|留下|说说|输入)(?:你|您)?的?(?:评论|看法|留言|想法|观点).{0,6}"
    r"|(?:关键[词字]|标签|Tags?)\s*[：:][^。]{1,60}|(?:内容)?(?:摘要|提要|导读)[：:]?|内容由AI生成.{0,8}|.{0,6}(?:登录|注册)后.{0,20}评论.{0,24}|(?:上|下)一[篇条页则]\s*[：:].*|(?:分享|共享)(?:[到至此]|本文)?(?:文章)?\s*[：:].{0,40}|(?:点击|點擊|长按).{0,8}(?:蓝字|藍字|卡片|名片).{0,16}|[^，。]{0,6}关注我们[^，。]{0,6}|点击进入.*|您的浏览器.{0,30}|\+?\s*(?:已?关注|订阅)|(?:[【\[](?:关闭|打印|返回|收藏|推荐|举报|纠错)(?:窗口|本页|此页|首页)?[】\]]\s*)+|(?:Sign up|Subscribe)\b[^.!?]{0,80}[.!?]?|.{0,6}(?:分享到|相关阅读|相关新闻|推荐阅读|延伸阅读|返回搜狐|查看更多)\s*[：:]?.{0,8}"
)
SOURCE_LINE = re.compile(
    r"《\s*[^》]{2,20}》\s*[（(][^）)]{6,24}版\s*[）)]|[（(](?:综合|整理|编译|摘编?|转|选|据|原载|来)[^（）()。]{0,6}(?:自|于|[：:])\s*[^（）()。]{2,40}[）)]|[（(](?:资料|本文|信息|图片)?来源\s*[：:].{1,40}[）)]|来源\s*[：:丨|｜].{1,40}"
)
PICTURE_CREDIT = re.compile(
    r"(?:Image|Photo) (?:source|credit)\W{1,3}\w.{1,40}$|[（(]?(?:图源|图片来源|图片?|供图)\s*[：:／/丨｜]\s*[^。，：:]{2,16}[）)]?$|(?:本文)?(?:图片|照片|题图)[^。]{0,20}(?:为|由|：)[^。]{2,20}(?:图|摄|提供|供图)$"
)
TAKEN_BY = re.compile(
    r"[（(]?(?:[\u3400-\u9fff]{2,8}(?:记者|通讯员)\s*)?[\u3400-\u9fff·]{2,6}\s*(?:摄影?|[／/]摄|供图)[）)]?"
)
CAPTION_MARK = re.compile(r"[▲△↑▼↓◀◁]|图为|资料图(?:片)?$|图片来源|图源")
