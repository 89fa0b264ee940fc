"""How web pages print source and writer: labels, names of papers and of people, and words of tool bars."""

import re

from broadsheet.lexicon.web_days import DATE

LABELS = {
    "source": r"(?:信息|文章|新[闻聞]|稿件|本文|内容|[资資]料|消息|原文)?[来來]\s*源[于於自]?|稿源|出\s*处|原载于?"
    r"|(?:本文)?(?:来自|转自|转[贴帖]自|转载自|摘自|选自|首发于)(?:微信)?(?:公众号)?|(?:题图|头图|图片)来[自源]|(?:发布|发文|制发|来文|公开)(?:单位|机构|机关|责任部门|部门)|供稿(?:单位)?|Source|From(?=\s*[:：])|Quelle",
    "author": r"(?:本文|文章|原创|原文|原)?作\s*者|[供投]稿[人者]|提交[人者]|(?:本[报网台刊社]|特约|见习|实习|首席)?[记記]\s*者|通[讯訊][员員]|撰\s*文|撰\s*稿人?|采写"
    r"|采访|执笔|编译|译者|翻译|整理|口述|主笔|评论员|文/图|图/文|图文|文图|文字?(?!\s*[／/]\s*[图圖])|发布[者人]|Words(?=\s*:)|Author|Autor(?:in)?|Auteur",
    "photo": r"图片?|[摄攝]影?|供图|插[图画]|[制配]图|(?:Photo|Image) (?:source|credit)|Photos?(?: by)?",
    "editor": r"(?:[责責]任|值班|网络|本期|执行)?[编編]\s*[辑輯]|[责責][编編]|主编|美编|校[对對]|[审審]核|编审|审校|监制|[一二三初复终]审|制作|(?:文章)?录入|Editor",
    "updated": r"最[后後近](?:更新|修改|编辑)(?:时间|于)?|(?:更新|修改|修订)(?:[时時][间間]|日期|[于於])?|(?:Last )?(?:Updated|Modified)|Aktualisiert|Stand",
    "day": r"(?:[发發][布佈]|[发發]表|发稿|发文|刊发|成文|印发|提交|创建|建立|上传|添加)?(?:[时時]\s*[间間]|日\s*期)|(?:[发發][布佈]|[发發]表|刊发|提交|创建)[于於]"
    r"|出版|Published|Posted|(?:(?:Release|Publication|Issue) )?Date|Datum|Veröffentlicht",
    "tool": r"ID|微信号|(?:浏览|阅读|点击|访问)(?:次数|量|数|率)?|查看|人气|字[号体]大?小?|评论|分享[到至]?|关键[词字]|标签|栏目|分类于?|频道|打印|热度"
    r"|索\s*引\s*号|(?:发\s*文\s*字|文)\s*号|主题(?:分类|词)|[有时]\s*效\s*性|名\s*称|标\s*题|公开(?:方式|时限|范围|形式|程序|类别)"
    r"|(?:信息|组配)?分\s*类|信息类别|体裁|服务对象|效力状态|(?:本文)?字数|阅读时长|所属\S{2}",
}
"""What names the words behind it, kind by kind. 文, 记者 and the like may also open a line of text: their words must be names."""

OF_PICTURE = re.compile(r"(?:题图|头图|图片)来[自源]")
"""The label of a picture's source: each picture has its own."""

_COLON = r"\s*[：:丨︱|｜／/]\s*"
LABEL = re.compile("|".join(rf"(?P<{kind}>{words})" for kind, words in LABELS.items()), re.IGNORECASE)
AUTHOR = re.compile(rf"(?:本文|文章|原创|原文)?作\s*者{_COLON}")
"""The label behind which any short word is a name, a pen name too."""

LABELLED = re.compile(
    "|".join(rf"(?P<{kind}>(?:{words}){_COLON})" for kind, words in LABELS.items()), re.IGNORECASE
)
LABEL_PHRASE = re.compile(
    r"(?P<updated>(?:Last )?(?:updated|modified)(?: (?:on|at))?|Aktualisiert am|Mis à jour le)(?=\s)"
    r"|(?P<day>(?:Published|Posted)(?: (?:on|at))?|Veröffentlicht am|Publié le)(?=\s)"
    r"|(?P<author>由(?=\s*$|\s+\S{2,8}\s+(?:提交|发[表布])[于於在])"
    r"|(?:(?:(?:Posted|Published|Written|Reported|Words|Story|Text) )?by|von|par)(?=\s*$|\s+[A-Z]|\s+[\u3400-\u9fff]{2,8}\s*$))",
    re.IGNORECASE,
)
"""Labels of several words, which no colon ends. They are ones only where nothing but a day or a mark stands before them."""

GLUED = re.compile(
    rf"(?:{LABELS['source']}|本文作者|(?<![工合创])作\s*者|{LABELS['editor']}|{LABELS['day']}|{LABELS['updated']}|{LABELS['tool']})\s*[：:]"
)
"""Labels that are known for such even where no space parts them from the words before."""

TOOL = re.compile(
    r"(?:阅读|浏览|点击|播放|评论|跟[贴帖]|点?赞|收藏|转发)(?:次数|量|数)?[:：]?[（(]?[\d,.]+[万wk]?\+?次?[)）]?|广告|反馈|关闭(?:窗口)?|返回(?:顶部|首页|列表|目录|上一?页)|第|第?[\s\d]*[版页期]|点?赞|踩|转发|在看|喜欢|打印(?:本页|文稿)?|图集|组图|正在加载.*|-?\s*(?:THE )?END\s*-?|收藏(?:本文)?|分享(?:[到至].*)?|评论|举报|留言|列印|[论論][坛壇]|网摘|收集|[复複][制製](?:[链連][接結]|[网網]址)|手机点评|(?:已|\+|＋)?\s*关注|订阅|字[号体]|超?大|中|小|特大|标准|正常|[放缩][大小](?:字体)?|调整字体"
    r"|A|T|[A-Z]?[-+＋－]|[—–]+|#{2,}|-\s*30\s*-|只看(?:该作者|楼主)|倒序.{2,4}|电梯直达|显示全部楼层|[⊕⊖○]|(?:放大|缩小|默认)[⊕⊖○]?|朗读|语音播报|发表评论|(?:留下|写)评论|主题|帖子|积分|(?:新浪|腾讯)?微[博信].{0,4}|腾讯QQ|QQ.{0,4}|Qzone|朋友圈|腾讯空间|人人网?|开心网|易信|LOFTER|有道云笔记|Facebook|Twitter|原创|转载|独家|优质.{0,2}原创作者|优质.{1,3}领域创作者"
    r"|\d+\s*min(?:ute)?s?(?:\sread)?|[•·∙●]|由|.{0,12}官方[账帐]号|约?\d+字|(?:约|阅读)?\s*\d*\s*分钟(?:阅读|读完)?|[\d,.]+ views"
    r"|申请.{2}|下载.{0,8}|.{0,4}抢先看|来自[\u3400-\u9fff]{2,3}|人?参与(?:互动|评论)?|条?(?:评论|跟贴|跟帖)|更多|正文|首页|(?:https?://|www\.)\S+|字[级級][设設]定.*|(?:星期|[周週])[一二三四五六日天]|我要.{2}|【?纠错】?|听新闻|.{0,8}扫[一描码].{0,12}"
    r"|.{0,8}(?:APP|客户端下载)|[\d\s,.万+/|·•()（）:：>【】#-]+|(?:北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|广州|深圳|杭州|南京|武汉|成都|西安|沈阳|大连|济南|青岛|郑州|长沙|合肥|福州|厦门|南昌|苏州|宁波|昆明|贵阳|南宁|海口|兰州|太原|石家庄|哈尔滨|长春|内蒙古|广西|西藏|宁夏|新疆|香港|澳门)|share|print|(?:\d+ )?comments?|follow|save|listen",
    re.IGNORECASE,
)
"""Words of a bar of tools, which name nobody."""

OUTLET = re.compile(
    r".{1,16}(?:网|报|社|台|刊|網|報|臺|客户端|新闻|新闻部|频道|杂志|发布|传媒|媒体|融媒体?(?:中心)?|在线|观察|财经|通讯|资讯|自媒体综合)"
    r"|本[站网报]原创|(?:[a-z0-9-]+\.)+[a-z]{2,}|.{2,30}\s(?:News|Times|Daily|Post|Journal|Herald|Agency|Tribune|Gazette)|Reuters|Xinhua",
    re.IGNORECASE,
)
"""Words that end as papers, stations and agencies call themselves, or the address of a site."""

PAPER_NAME = re.compile(
    r"[\u3400-\u9fff]{2,10}(?:日报|晚报|晨报|早报|时报|商报|都市报|青年报|周报|农报|导报|日報|晚報|時報|早報|快报|通讯社|通訊社|新闻网|新聞網|电视台|廣播電台|电台|融媒体中心|新闻客户端|周刊)|新华社|中新社|中央社"
)
"""What only papers, agencies and stations are called: their name tells them without a day or a label beside it."""

AGENCY_DATELINE = re.compile(
    r"[\u3400-\u9fff]{1,10}(?:社|报|网|台|客户端|新闻)[\u3400-\u9fff]{0,8}\d{1,2}月\d{1,2}日[电讯]"
)
"""Where and when an agency or a paper sent a text: 新华社北京5月6日电."""

NOBODY = re.compile(
    r"未知|佚名|不详|匿名|无|(?:super|sys)?admin|webmaster|root|管理员|系统管理员", re.IGNORECASE
)
"""What stands in an author's place and names nobody."""

NO_NAME = re.compile(r"[的了在我你他她它是和与为就都也这那不]|.{9,}")
"""What no pen name and no short name of an office has."""

PEN_NAME = re.compile(r"[^了在我你他她它是和与为就都这那不，。！？]{2,8}")
"""A pen name, behind a label for writers: 河岸的风."""

COLLECTED = re.compile(
    r"网络(?:整理)?|(?:本站|综合|网络)?(?:整理|综合|转载|原创)|本[站网报刊]|.{0,6}小编|编辑部", re.IGNORECASE
)
"""What stands in an author's place and says only where the text is from."""

_SURNAMES = (
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章苏潘葛范彭郎鲁韦马苗方俞任袁柳史唐费廉岑薛雷贺倪汤滕殷罗毕郝安常乐于傅皮卞"
    "齐康伍余元顾孟黄穆萧尹姚邵汪祁毛禹狄米贝明臧计成戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯管卢莫房解应宗丁"
    "宣邓单杭洪包左石崔吉龚程邢裴陆荣翁甄曲封储靳段焦巴牧隗山谷车侯宓全班仰宁仇甘厉祖武符刘景詹束龙叶司黎薄印宿白蒲邰鄂索赖卓蔺屠蒙池乔胥苍闻党翟谭贡冉桑桂牛寿边"
    "尚农温庄晏柴瞿阎慕连茹艾容向古易廖耿匡寇广东欧沃蔚越隆师巩聂晁敖冷辛阚那简饶曾沙鞠丰关相查后荆游权逯盖益桓公仝肖覃芦付闫苟代涂付亓佟佘岳帅逄郗檀晋楚仲占伊区"
    "谈幸韶郜怀莘劳姬扶郦雍璩濮扈燕郏浦戈庾暨衡禄阙訾竺蒯裘缪敬揭麦冼练苑赫粟隋库甯卞冀芮"
    "張陳劉黃趙吳孫鄭馮衛蔣楊許呂嚴華謝鄒蘇魯韋馬葉鍾鄧蕭羅畢賀湯顧龔陸榮賈顏盧龍譚關喬聞黨莊溫閻應萬錢賴簡紀塗鐘齊龐鮑駱閔聶鄔藍藺闕麥連樂車項歐區單儲滿"
)
_COMPOUNDS = (
    "欧阳|歐陽|范姜|張簡|司马|上官|诸葛|夏侯|东方|皇甫|尉迟|公孙|慕容|长孙|宇文|司徒|令狐|端木|轩辕|南宫|呼延"
)
PERSON = re.compile(
    rf"(?:(?:{_COMPOUNDS})[\u3400-\u9fff]{{1,2}}|[{_SURNAMES}][\u3400-\u9fff]{{1,2}}|[{_SURNAMES}][ \u3000]+[\u3400-\u9fff]"
    r"|[\u3400-\u9fff]{1,8}(?:·[\u3400-\u9fff]{1,8})+|[A-Z][a-z'’-]+(?:\s[A-Z]\.?)?(?:\s[A-Z][A-Za-z'’-]+){1,2})"
)
"""A person's name: a Chinese surname with one or two characters, a foreign name with its dot, or names in letters."""

_POSTS = (
    r"(?:(?:(?!对话|專訪|专访|采访|[致访女老前工合创])[^\s（）()，。]){0,12}?(?:首席|特约|见习|实习|特派|全媒体)?"
    r"(?:[记記]者|通[讯訊][员員]|评论员|撰稿人|作者|实习生|撰文|采写|摄影))"
)
_NO_NAME_BEHIND_POST = (
    r"[\u3400-\u9fff]{0,4}(?:[市省县区州电讯摄网报社台组部处局院]|报[道導]|综合|整理|编辑|采写|供稿|发自)"
)
_BEHIND_POST = r"(?:(?<=[记記]者\s)|(?<=通讯员\s)|(?<=通訊員\s)|(?<=实习生\s))"
_NAMED = (
    rf"(?:{PERSON.pattern}|{_BEHIND_POST}(?!{_NO_NAME_BEHIND_POST}(?![\u3400-\u9fff]))"
    r"[\u3400-\u9fff]{3,5}(?=[\s、,，）)】]|$)"
    r"|(?:(?<=通讯员\s)|(?<=通訊員\s))[\u3400-\u9fff]{2}(?=[\s、,，）)】]|$))"
)
"""A name behind a post: right behind a reporter's, one without a known surname is a name too, as in 记者 阿依古丽."""

REPORTER = re.compile(
    rf"[□■◎●◆]?\s*[（(【〔]?\s*(?!摄影)(?:(?P<paper>[\u3400-\u9fff]{{1,8}}[报報社])(?:\s*[／/]\s*|\s+))?(?P<post>{_POSTS})\s*[：:／/丨|｜]?\s*(?P<names>{_NAMED}(?:[\s、,，]+(?:{_POSTS}\s*)?{_NAMED})*)"
    r"(?:\s*(?:综合|摄影)?报道|\s*[／/]\s*[\u3400-\u9fff]{2,6}(?:报道|報導)|\s+(?:文/图|图/文|文|整理))?\s*[）)】〕]?"
)
"""A line that says by its post who wrote: 本报记者 张三 通讯员 李四."""

OF_PAPER = re.compile(r"[□■◎●◆]?\s*本[报報刊台网網社](?:特约|首席)?(?:评论员|評論員|编辑部|編輯部|观察员)")
"""A byline that names the paper's own writer by the post alone: 本报评论员."""

DESK_REPORTS = re.compile(
    rf"[\u3400-\u9fff]{{2,4}}中心\s*[／/]\s*(?:{PERSON.pattern}(?:[、\s]+{PERSON.pattern})*|[綜综]合)\s*(?:報導|报导|報道)"
)
"""A line that names a desk before the writer: 生活中心／林青報導."""

REPORTER_AND_DAY = re.compile(rf"(?P<line>{REPORTER.pattern})[\s|｜·]+(?P<day>(?i:{DATE.pattern}))")
"""The same with the day behind it."""

PLAIN_POST = re.compile(
    r"(?:[\u3400-\u9fff]{1,8}(?:社|报|网|台|刊|新闻|周刊|客户端|在线|全媒体|融媒体))?(?:首席|特约|见习|实习|特派|全媒体)?"
    r"(?:[记記]者|通[讯訊][员員]|评论员|撰稿人|作者|撰文|采写)"
)
"""A post that names a paper and no more."""

TITLED = re.compile(
    r"\b(?:[Ww]riter|[Rr]eporter|[Cc]orrespondent|[Cc]olumnist|[Cc]ontributor|[Ee]ditor|[Pp]hotographer)s?\b|教授|研究员|院长|校长|主任|主席|主编|总监|博士|学者|律师|医师|大学|学院|研究院|研究所|公司|协会|基金会"
)
"""What is said of a writer, or of where one works, glued to the name."""

_NAME = r"[A-Z][\w.'’-]+(?:\s(?:de|van|von|der|la|[A-Z][\w.'’-]*)){1,4}"
NAMES_IN_LETTERS = re.compile(rf"{_NAME}(?:(?:,\s|,?\s(?:and|et|und|&)\s){_NAME})*")
"""One name in letters, or several."""

NAMES_IN_PLACE = re.compile(rf"{NAMES_IN_LETTERS.pattern}(?:\sin\s[A-Z][\w.'’-]+(?:\s[A-Z][\w.'’-]+)?)?")
"""The same, with where they wrote: Jane Doe in Paris."""

MAIL = re.compile(r"[\w.+-]+@[\w.-]+\w")
"""An address for mail, beside a writer's name."""

ORIGIN = re.compile(
    r"[（(]?(?:本文)?(?:原载|原刊|原发|选自|摘自|摘编自|转自|转载自|首发于)\s*于?\s*[：:]?\s*《[^》]+》[^，。！？]{0,24}[）)]?"
)
"""A line that says where a text was printed first, with the number of the issue."""

_WORK = r"(?:Words|Text|Story|(?:Additional )?[Rr]eport(?:ing)?|Editing|Written|Photo(?:graph(?:y|s)?|s)?|Pictures?|Images?|Illustrations?|Video)"
WORK_BY = re.compile(
    rf"(?P<work>{_WORK})\sby\s(?P<names>{_NAME}(?:(?:,\s|,?\s(?:and|&)\s){_NAME})*?)(?=\.?\s*$|[.,;|]\s|(?<!\.)\s+{_WORK}\sby\s)"
)
WORKS_BY = re.compile(rf"(?:{_WORK}\sby\s(?:{_NAME}|,\s|,?\s(?:and|&)\s)+[.,;|]?\s*)+")
WRITING = re.compile("Words|Text|Story|Report(?:ing)?|Written")
"""A line of who did what: Words by Jane Doe. Photographs by John Roe."""

BY_NAMES = re.compile(rf"(?:By|BY|by|Par|Von)\s{NAMES_IN_LETTERS.pattern}")
"""A line of letters that says who wrote: By Jane Doe and John Roe."""

PAPER_BEHIND = re.compile(
    r"(?:for )?(?:The |the )?(?:[A-Z][\w.'’&-]*\s){0,4}(?:Press|News(?:paper)?s?|Times|Daily|Post|Gazette|Journal|Herald|Tribune|Echo|Courier|Record"
    r"|Chronicle|Observer|Mail|Sun|Star|Globe|Standard|Advertiser|Reporter|Register|Sentinel|Union|Review|Mercury|Telegraph|Guardian"
    r"|Independent|Express|Today|TODAY|Network|Wire|Service|Agency|Reuters|Xinhua|Bloomberg|Magazine|Weekly|Staff)"
)
"""What stands behind a writer's name and a comma, and is a paper or an agency: By Jane Doe, Associated Press."""

NO_NAME_ALONE = re.compile(r".[州东西政事考经济]|安徽|江苏|甘肃|宁夏|海南")
"""Provinces, towns and channels of a site that look like names, where nothing but their form tells one."""

NAME_LINE = re.compile(
    rf"(?:[（(][\u3400-\u9fff]{{1,8}}[）)]\s*)?{PERSON.pattern}(?:[\s、，]+{PERSON.pattern}){{0,4}}"
    r"(?:\s*[（(][\u3400-\u9fff]{1,8}[）)])?(?:\s*[／/]?\s*(?:文/图|图/文|图文|摄影报道|文|撰文))?"
)
"""A line of names and no more, but for the place where one lives, or what one did: （云溪）张三, 张三 文/图."""

NAMES_IN_A_ROW = re.compile(
    rf"(?=[\u3400-\u9fff]){PERSON.pattern}(?:[\s、，]+(?=[\u3400-\u9fff]){PERSON.pattern}){{1,4}}"
)
"""A line of several names in hanzi and no more."""

NAMED_BY_POST = re.compile(
    rf"(?P<name>{PERSON.pattern})\s*[/／]?\s*(?:[\u3400-\u9fff]{{0,10}}(?:记者|通讯员|评论员|撰稿人))"
)
"""A writer before the post: 张三/云溪日报记者."""

SMALL_WORD = re.compile(
    r"by|from|on|in|am|um|le|à|the|and|updated|published|posted|written|story|staff|par|von|le|via|for|at|of",
    re.IGNORECASE,
)
"""A word of letters that names nobody."""

WRITER_AND_OUTLET = re.compile(
    rf"(?P<writer>{PERSON.pattern})\s*[/／]\s*(?P<outlet>[\u3400-\u9fff]{{1,12}}(?:报|网|社|台|刊|新闻|客户端))(?=[\s|｜]|$)"
)
"""A writer with the paper that printed it first: 张三/云溪日报."""

OUTLET_AND_WRITER = re.compile(
    rf"(?P<outlet>[\u3400-\u9fff]{{1,8}}(?:报|報|社|快讯|快訊|新闻|新聞|新闻网|新聞網))\s*[/／]\s*(?P<writer>{PERSON.pattern})"
)
"""A paper before its writer: 云溪快讯／张三."""

SIGNED = re.compile(
    rf"[□■◎●◆]\s*{PERSON.pattern}(?:[\s、]+{PERSON.pattern})*|[（(【]\s*{PERSON.pattern}(?:[\s、]+{PERSON.pattern})*\s*[）)】]"
)
"""Names alone, which a mark or brackets make a byline."""

SIGNED_AT_END = re.compile(
    rf"(?<=[。！？”…])\s*[（(]\s*(?:(?:{_POSTS}|文/图|图/文|文)\s*[：:／/丨|｜]?\s*|(?={PERSON.pattern}[\s、,，/／])){PERSON.pattern}(?:[\s、,，/／]+(?:{_POSTS}\s*)?{PERSON.pattern})*\s*[）)]$"
)
"""The byline that closes the last paragraph: （记者 张三）, or several names and no more: （张三 李四）."""

BETWEEN_NAMES = re.compile(r"[\s、,，&＆和]+")
