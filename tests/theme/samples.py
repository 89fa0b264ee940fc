"""Views made by hand: a full paper, with every field set and every extreme, and a sparse one with nothing set."""

from typing import Any

from markupsafe import Markup
from msgspec.structs import replace

from broadsheet.press.views.about import AboutView, VersionView
from broadsheet.press.views.archive import (
    ArchiveView,
    DayView,
    ListView,
    MonthView,
    NamesView,
    PaginationView,
    WeekdayView,
)
from broadsheet.press.views.article import (
    ArticleView,
    CardView,
    CorrectionView,
    EditorsNoteView,
    HeadlinesView,
    PhotoView,
    SourceView,
    TeaserView,
)
from broadsheet.press.views.edition import (
    AreaView,
    BoxView,
    DownloadView,
    EditionView,
    MastheadView,
    PageMapView,
    PrintPageView,
    WholePageView,
    WholeView,
)
from broadsheet.press.views.left import MovedView, WithdrawnView
from broadsheet.press.views.search import SearchView
from broadsheet.press.views.site import (
    FeedLink,
    HeadView,
    Link,
    PaperView,
    ScriptsView,
    ScriptView,
    SharedView,
)

NOWHERE = Link(text="", href="")
LONG_TITLE = "从一座老厂房到一条创新街区：老工业基地用二十年走出的转型之路，给更多资源型城市带来了哪些启示"
PARAGRAPH = (
    "20世纪60年代，这里成为国家重点打造的工业基地，建立了拥有200多个工业小类的工业体系。"
    "二三产业结构完成从7∶3到1∶9的反转……“老树发新芽”——一家老厂的厂长这样形容今天的变化。"
)
SECTIONS = ("要闻", "时政", "经济", "社会", "文化", "体育", "国际", "副刊")
BODY = Markup(
    f"<p>{PARAGRAPH}</p>\n<h2>传统产业发展更有朝气</h2>\n<p>“{PARAGRAPH}”</p>\n"
    f"<p>这一句里有<em>着重的话</em>、<strong>点明的词</strong>和<a href='/about/'>一个链接</a>。{PARAGRAPH}</p>\n"
    f"<blockquote>\n<p>{PARAGRAPH}</p>\n</blockquote>\n"
    "<ul>\n<li>清单的第一项</li>\n<li>第二项</li>\n</ul>\n<ol>\n<li>第一步</li>\n<li>第二步</li>\n</ol>\n"
    "<table>\n<thead>\n<tr>\n<th>地区</th>\n<th>2019年</th>\n<th>2023年</th>\n</tr>\n</thead>\n"
    "<tbody>\n<tr>\n<td>石景山</td>\n<td>7∶3</td>\n<td>1∶9</td>\n</tr>\n"
    "<tr>\n<td>洛阳</td>\n<td>3200</td>\n<td>4200</td>\n</tr>\n</tbody>\n</table>\n"
    '<pre><code class="language-yaml">title: 转型升级 看老工业基地如何蝶变\nbyline: □ 本报记者 张海莺\n</code></pre>\n'
    f"<hr>\n<h3>再小一级的标题</h3>\n<p>{PARAGRAPH}</p>\n" + f"<p>{PARAGRAPH * 2}</p>\n" * 6
)


def feed_links(folder: str) -> tuple[FeedLink, ...]:
    return tuple(
        FeedLink(text=text, media_type=f"application/{kind}", title="对开新报", href=folder + file)
        for text, kind, file in (
            ("Atom", "atom+xml", "feed.xml"),
            ("RSS", "rss+xml", "rss.xml"),
            ("JSON", "feed+json", "feed.json"),
        )
    )


LOWER_BODY = Markup(str(BODY).replace("h3>", "h5>").replace("h2>", "h4>"))

PAPER = PaperView(
    name="对开新报",
    tagline="一版一版地读",
    lang="zh-Hans",
    locale="zh_CN",
    lettering="",
    home_href="/",
    archive_href="/archive/",
    about_href="/about/",
    search_href="/search/",
    offline_href="/offline/",
    manifest_href="/manifest.webmanifest",
    feeds=feed_links("/"),
    theme_href="/theme/",
    sections=tuple(Link(text=name, href=f"/sections/{i}/") for i, name in enumerate(SECTIONS[:6], 1)),
    publisher="对开新报社",
    copyright="版权所有 © 2024",
)
SPARSE_PAPER = replace(PAPER, tagline="", sections=(), publisher="", copyright="")

HEAD = HeadView(
    title="转型升级 看老工业基地如何蝶变｜对开新报",
    description="近日，各地交流产业转型升级的经验。",
    canonical="https://paper.example/2024-04-15/01/01/",
    feeds=feed_links("/sections/1/"),
    shared=SharedView(
        kind="article",
        title="转型升级 看老工业基地如何蝶变",
        image="https://paper.example/photo.jpg",
        image_alt="大屏幕前的工作人员",
        image_width=1200,
        image_height=800,
        published="2024-04-15",
        modified="2024-04-16",
    ),
    data=Markup('{"@context":"https://schema.org","@graph":[]}'),
)
SCRIPTS = ScriptsView(
    converted=False,
    versions=(
        ScriptView(
            language="zh-Hans", name="简体", href="/2024-04-15/", address="/2024-04-15/", is_shown=True
        ),
        ScriptView(
            language="zh-Hant",
            name="繁體",
            href="/zh-Hant/2024-04-15/",
            address="/zh-Hant/2024-04-15/",
            is_shown=False,
        ),
    ),
)
CONVERTED_SCRIPTS = ScriptsView(
    converted=True,
    versions=tuple(replace(version, is_shown=not version.is_shown) for version in SCRIPTS.versions),
)
SPARSE_HEAD = HeadView(title="对开新报", description="", canonical="", feeds=(), shared=None, data="")

MASTHEAD = MastheadView(
    date="2024年4月15日",
    iso_date="2024-04-15",
    full_date="2024年4月15日 星期一",
    dates=("2024年4月15日", "星期一", "农历甲辰年三月初七"),
    number="总第8012期",
    running_number=8012,
    page_count="今日8版",
    href="/2024-04-15/",
    release="",
)
RELEASE = "2024年4月15日 18:00"

PHOTO = PhotoView(
    src="/photo.svg",
    sources=(SourceView(media_type="image/svg+xml", srcset="/photo.svg 480w, /photo.svg 960w"),),
    alt="大屏幕前的工作人员",
    caption="公司的智慧中心实现了钢铁生产全流程大规模集控。图为智慧中心的大屏幕，各类数据和监控画面在此汇总。",
    credit="本报记者 张海莺 摄",
    width=1200,
    height=800,
)
PAGE_PHOTO = PhotoView(
    src="/page.svg",
    sources=(SourceView(media_type="image/svg+xml", srcset="/page.svg 480w, /page.svg 960w"),),
    alt="",
    caption="",
    credit="",
    width=1123,
    height=1587,
)
MISSING_PHOTO = replace(PHOTO, src="", sources=(), alt="", width=0, height=0)
BARE_PHOTO = PhotoView(src="/photo.svg", sources=(), alt="", caption="", credit="", width=0, height=0)

NOTE = EditorsNoteView(label="编者按", html=Markup(f"<p>{PARAGRAPH}</p>\n<p>{PARAGRAPH * 2}</p>"))
TEASERS = (
    TeaserView(text="3版 古树变“摇钱树” 湿地成“聚宝盆”", href=""),
    TeaserView(text="2版 一条街道的二十年", href="/2024-04-15/02/01/"),
)


def headlines(title: str, **fields: Any) -> HeadlinesView:
    bare = HeadlinesView(kicker="", title=title, lines=(title,), deck=(), supplied=False, untitled=False)
    return replace(bare, **fields)


HEADLINES = headlines(
    "转型升级 看老工业基地如何蝶变",
    kicker="聚焦新质生产力",
    deck=("——来自第六届全国产业转型升级示范区现场经验交流活动的报道",),
)
STACKS = (
    HEADLINES,
    headlines("聚焦新质生产力 深化市场化改革", supplied=True),
    headlines("为民办实事20年持续增进民生福祉"),
    headlines(LONG_TITLE, deck=("副题之一，说得细些", "副题之二，再说一层")),
    headlines("（无题）", untitled=True),
    headlines("老城夜市再开张", kicker="烟火气"),
    headlines("一座图书馆的清晨"),
    headlines("2024年4月15日起 港口实行新的作业标准"),
)


def card(page: int, order: int, **fields: Any) -> CardView:
    number = (page - 1) * 5 + order
    with_photo = number % 3 == 1
    full = CardView(
        href=f"/2024-04-15/{page:02d}/{order:02d}/",
        headlines=STACKS[(number - 1) % len(STACKS)],
        summary=PARAGRAPH[: 40 + 11 * (number % 7)],
        opening=PARAGRAPH * 4,
        has_own_summary=number % 4 == 1,
        byline="□ 本报记者 张海莺" if number % 4 else "",
        section=PAPER.sections[(page - 1) % 6],
        folio=Link(text=f"第{page:02d}版 {SECTIONS[page - 1]}", href=f"/2024-04-15/{page:02d}/"),
        date="2024年4月15日",
        iso_date="2024-04-15",
        photo=PHOTO if with_photo else None,
        has_editors_note=number % 5 == 2,
        status_label="",
        anchor=f"2024-04-15-{page:02d}-{order:02d}",
        lead=order == 1,
        length=2400 - 400 * (order - 1),
    )
    return replace(full, **fields)


def sparse_card(order: int = 1) -> CardView:
    return card(
        1,
        order,
        headlines=headlines("（无题）", untitled=True),
        summary="",
        opening="",
        has_own_summary=False,
        byline="",
        photo=None,
        has_editors_note=False,
        length=0,
    )


def print_page(number: int, count: int = 5, **fields: Any) -> PrintPageView:
    full = PrintPageView(
        number=f"{number:02d}",
        label=f"第{number:02d}版",
        name=SECTIONS[number - 1],
        title=f"第{number:02d}版 {SECTIONS[number - 1]}",
        page_editor="李若涵",
        href=f"/2024-04-15/{number:02d}/",
        cards=tuple(card(number, order) for order in range(1, count + 1)),
        teasers=TEASERS if number == 1 else (),
        map=None,
    )
    return replace(full, **fields)


def page_map(page: PrintPageView, first_area: int = 1, **fields: Any) -> PageMapView:
    """A lead across the page, which turns round a corner, and the others in a row below it."""
    first, *others = page.cards
    width = 90 / max(len(others), 1)
    boxes = [
        (
            BoxView(x="5%", y="12%", width="90%", height="30%"),
            BoxView(x="5%", y="42%", width="40%", height="10%"),
        ),
        *(
            (BoxView(x=f"{5 + n * width}%", y="55%", width=f"{width}%", height="40%"),)
            for n in range(len(others))
        ),
    ]
    full = PageMapView(
        height="141.32",
        areas=tuple(
            AreaView(anchor=f"area-{n:02d}", title=card.headlines.title, href=card.href, boxes=found)
            for n, (card, found) in enumerate(zip((first, *others), boxes, strict=True), first_area)
        ),
        photo=PAGE_PHOTO,
        download=DownloadView(
            form="PDF", media_type="application/pdf", size="3.4 MB", href=f"{page.href}page.pdf"
        ),
    )
    return replace(full, **fields)


def mapped(page: PrintPageView, **fields: Any) -> PrintPageView:
    return replace(page, map=page_map(page, **fields))


EDITION = EditionView(
    masthead=MASTHEAD,
    editors_note=NOTE,
    pages=tuple(print_page(number) for number in range(1, 9)),
    whole_href="/2024-04-15/all/",
    downloads=(
        DownloadView(
            form="EPUB",
            media_type="application/epub+zip",
            size="1.2 MB",
            href="/2024-04-15/edition.epub",
        ),
    ),
    previous=Link(text="2024年4月14日", href="/2024-04-14/"),
    next=Link(text="2024年4月16日", href="/2024-04-16/"),
)
DEMO_EDITION = EditionView(
    masthead=replace(MASTHEAD, number="", running_number=0, page_count="今日1版"),
    editors_note=None,
    pages=(
        print_page(
            1,
            cards=tuple(
                card(1, order, photo=None, headlines=STACKS[order - 1], length=length)
                for order, length in ((1, 1904), (2, 962), (3, 1790))
            ),
            page_editor="",
            teasers=TEASERS[:1],
        ),
    ),
    whole_href="/2024-04-15/all/",
    downloads=(),
    previous=Link(text="已是最早一期", href=""),
    next=Link(text="已是最新一期", href=""),
)
SPARSE_EDITION = replace(
    DEMO_EDITION,
    pages=(print_page(1, name="", title="第01版", page_editor="", cards=(sparse_card(),), teasers=()),),
)

ARTICLE = ArticleView(
    href="/2024-04-15/01/01/",
    anchor="2024-04-15-01-01",
    headlines=HEADLINES,
    byline="□ 本报记者 张海莺",
    authors=(Link(text="张海莺", href="/authors/zhang-haiying/"),),
    dateline="本报北京4月14日电",
    section=PAPER.sections[0],
    column=Link(text="共富看浙江", href="/columns/gongfu/"),
    citation="《对开新报》2024年04月15日 第01版 转型升级 看老工业基地如何蝶变",
    edition=Link(text="2024年4月15日", href="/2024-04-15/"),
    page=Link(text="第01版 要闻", href="/2024-04-15/01/"),
    area_href="/2024-04-15/01/#area-01",
    photos=(PHOTO, PHOTO, MISSING_PHOTO, BARE_PHOTO),
    first_picture=PHOTO.src,
    editors_note=NOTE,
    html=BODY,
    source_credit="（国家发展改革委就业收入分配和消费司供稿）",
    jump="（下转第二版）",
    teasers=TEASERS,
    corrections=(
        CorrectionView(date="2024年4月16日", iso_date="2024-04-16", text="第三段“二十年”应为“三十年”。"),
    ),
    tags=(Link(text="老工业基地", href="/tags/a/"), Link(text="绿色发展", href="/tags/b/")),
    status_label="待校",
    release="",
    previous=Link(text="已是本期第一篇", href=""),
    next=Link(text="聚焦新质生产力 深化市场化改革", href="/2024-04-15/01/02/"),
    page_mates=(
        Link(text="转型升级 看老工业基地如何蝶变", href=""),
        Link(text="聚焦新质生产力 深化市场化改革", href="/2024-04-15/01/02/"),
        Link(text="为民办实事20年持续增进民生福祉", href="/2024-04-15/01/03/"),
    ),
    minutes=8,
    length=2415,
)
SPARSE_ARTICLE = replace(
    ARTICLE,
    headlines=headlines("（无题）", untitled=True),
    byline="",
    authors=(),
    dateline="",
    section=NOWHERE,
    column=NOWHERE,
    area_href="",
    photos=(),
    first_picture="",
    editors_note=None,
    html=Markup("<p>只有一句话。</p>"),
    source_credit="",
    jump="",
    teasers=(),
    corrections=(),
    tags=(),
    status_label="",
    next=Link(text="已是本期最后一篇", href=""),
    page_mates=(),
    minutes=1,
    length=6,
)
PLAIN_ARTICLE = replace(
    ARTICLE,
    dateline="",
    column=NOWHERE,
    area_href="",
    photos=(MISSING_PHOTO,),
    first_picture="",
    editors_note=None,
    corrections=(),
    status_label="",
)
SUPPLIED_ARTICLE = replace(PLAIN_ARTICLE, anchor="2024-04-15-01-02", headlines=STACKS[1])
"""An article whose headline an editor supplied."""

WHOLE = WholeView(
    masthead=MASTHEAD,
    editors_note=NOTE,
    pages=tuple(
        WholePageView(
            page=print_page(page),
            articles=tuple(
                replace(ARTICLE, anchor=f"2024-04-15-{page:02d}-{order:02d}", html=LOWER_BODY)
                for order in (1, 2)
            ),
        )
        for page in (1, 2)
    ),
    downloads=EDITION.downloads,
)
SPARSE_WHOLE = WholeView(
    masthead=MASTHEAD,
    editors_note=None,
    pages=(WholePageView(page=print_page(1, name="", page_editor=""), articles=(SPARSE_ARTICLE,)),),
    downloads=(),
)

LISTING = ListView(
    title="要闻",
    kind="栏目",
    names_href="/sections/",
    href="/sections/1/",
    articles=(),
    is_index=False,
    pagination=PaginationView(
        number=0,
        newer=Link(text="已是最新文章", href=""),
        older=Link(text="更早的文章", href="/sections/1/2/"),
    ),
)
SPARSE_LISTING = replace(LISTING, pagination=None)
LISTED = tuple(card(page, order) for page in (1, 2) for order in range(1, 6))


def month(number: int) -> MonthView:
    """Four weeks from a Wednesday on, without a paper on each seventh day."""
    days = [
        DayView(
            number=day,
            iso_date=f"2024-{number:02d}-{day:02d}",
            href=f"/2024-{number:02d}-{day:02d}/" if day % 7 else "",
            silent=not day % 7,
        )
        for day in range(1, 29)
    ]
    cells: tuple[DayView | None, ...] = (None, None, *days, None, None, None, None, None)
    return MonthView(
        title=f"2024年{number}月",
        name=f"{number}月",
        anchor=f"m{number:02d}",
        weeks=tuple(cells[start : start + 7] for start in range(0, 35, 7)),
    )


KINDS = tuple(
    Link(text=text, href=f"/{place}/")
    for text, place in (("栏目", "sections"), ("专栏", "columns"), ("作者", "authors"), ("标签", "tags"))
)
NAMES = NamesView(
    title="作者",
    names=tuple(
        Link(text=name, href=f"/authors/{number}/")
        for number, name in enumerate(("张海莺", "李四", "Renée Dupont"))
    ),
    total=612,
    kinds=tuple(replace(kind, href="" if kind.text == "作者" else kind.href) for kind in KINDS),
)

WEEKDAYS = tuple(WeekdayView(short=day, name=f"星期{day}") for day in "一二三四五六日")
ARCHIVE = ArchiveView(
    title="2024年",
    year=2024,
    weekdays=WEEKDAYS,
    months=tuple(month(number) for number in range(12, 0, -1)),
    years=(Link(text="2024年", href=""), Link(text="2023年", href="/archive/2023/")),
    kinds=KINDS,
)
SPARSE_ARCHIVE = replace(ARCHIVE, title="往期", months=(), years=())

SEARCH = SearchView(
    title="检索",
    href="/search/",
    sections=SECTIONS,
    kinds=KINDS,
)

ABOUT = AboutView(
    title="关于本报",
    html=BODY,
    language="",
    versions=(VersionView(title="About this paper", href="/about/en/", language="en"),),
)
MOVED = MovedView(href="#main", address="/2024-04-15/02/01/")  # a browser stays on the sample
WITHDRAWN = WithdrawnView(date="2024年5月1日", iso_date="2024-05-01", text="应当事人要求撤下。")


def print_page_of(page: PrintPageView) -> dict[str, Any]:
    return {
        "masthead": EDITION.masthead,
        "pages": EDITION.pages,
        "page": page,
        "previous": Link(text="第01版 要闻", href="/2024-04-15/01/"),
        "next": Link(text="第03版 经济", href="/2024-04-15/03/"),
    }


FULL: dict[str, tuple[str, dict[str, Any]]] = {
    "index": ("index.html", {"edition": EDITION}),
    "index-demo": ("index.html", {"edition": DEMO_EDITION}),
    "edition": ("edition.html", {"edition": EDITION}),
    "print-page": (
        "print_page.html",
        print_page_of(EDITION.pages[1]),
    ),
    "mapped-page": ("print_page.html", print_page_of(mapped(EDITION.pages[1]))),
    "drawn-page": ("print_page.html", print_page_of(mapped(EDITION.pages[1], photo=None, download=None))),
    "whole": ("whole.html", {"whole": WHOLE}),
    "article": ("article.html", {"article": ARTICLE}),
    "article-plain": ("article.html", {"article": PLAIN_ARTICLE}),
    "section": ("section.html", {"listing": LISTING, "listed": LISTED}),
    "column": (
        "column.html",
        {"listing": replace(LISTING, kind="专栏", title="共富看浙江", href="/c/"), "listed": LISTED},
    ),
    "author": (
        "author.html",
        {"listing": replace(LISTING, kind="作者", title="张海莺", href="/a/"), "listed": LISTED},
    ),
    "tag": (
        "tag.html",
        {
            "listing": replace(LISTING, kind="标签", title="绿色发展", href="/t/", is_index=True),
            "listed": LISTED,
        },
    ),
    "names": ("names.html", {"listing": NAMES}),
    "archive": ("archive.html", {"archive": ARCHIVE}),
    "search": ("search.html", {"search": SEARCH}),
    "about": ("about.html", {"about": ABOUT}),
    "offline": ("offline.html", {"title": "离线阅读"}),
    "404": ("404.html", {}),
    "moved": ("moved.html", {"moved": MOVED}),
    "withdrawn": ("withdrawn.html", {"withdrawn": WITHDRAWN}),
}
SPARSE: dict[str, tuple[str, dict[str, Any]]] = {
    "index": ("index.html", {"edition": SPARSE_EDITION}),
    "edition": ("edition.html", {"edition": SPARSE_EDITION}),
    "edition-empty": ("edition.html", {"edition": replace(SPARSE_EDITION, pages=())}),
    "print-page": (
        "print_page.html",
        {
            "masthead": SPARSE_EDITION.masthead,
            "pages": SPARSE_EDITION.pages,
            "page": SPARSE_EDITION.pages[0],
            "previous": Link(text="已是第一版", href=""),
            "next": Link(text="已是最后一版", href=""),
        },
    ),
    "whole": ("whole.html", {"whole": SPARSE_WHOLE}),
    "article": ("article.html", {"article": SPARSE_ARTICLE}),
    "section": ("section.html", {"listing": SPARSE_LISTING, "listed": (sparse_card(),)}),
    "column": ("column.html", {"listing": SPARSE_LISTING, "listed": (sparse_card(),)}),
    "author": ("author.html", {"listing": SPARSE_LISTING, "listed": (sparse_card(),)}),
    "tag": ("tag.html", {"listing": SPARSE_LISTING, "listed": (sparse_card(),)}),
    "names": ("names.html", {"listing": replace(NAMES, names=(), total=0)}),
    "archive": ("archive.html", {"archive": SPARSE_ARCHIVE}),
    "search": ("search.html", {"search": replace(SEARCH, sections=())}),
    "about": ("about.html", {"about": replace(ABOUT, html=Markup(""), versions=())}),
    "404": ("404.html", {}),
}
