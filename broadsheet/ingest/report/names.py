"""What the review report calls roles and kinds of doubts. The report is in the paper's language."""

from collections.abc import Mapping

from broadsheet.model.page_reading import Role

ROLE_NAMES: Mapping[Role, str] = {
    Role.PARAGRAPH: "正文",
    Role.SUBHEAD: "小标题",
    Role.CLOSING: "文末",
    Role.VERSE: "诗",
    Role.ROWS: "表",
    Role.TABLE: "表格",
    Role.NUMBERED: "编号列表",
    Role.BULLETED: "列表",
    Role.QUOTE: "引文",
    Role.CODE: "代码",
    Role.KICKER: "引题",
    Role.HEADLINE: "主题",
    Role.DECK: "副题",
    Role.BYLINE: "署名",
    Role.CAPTION: "图说",
    Role.PHOTO_CREDIT: "摄影",
    Role.EDITORS_NOTE: "编者按",
    Role.SOURCE_CREDIT: "供稿",
    Role.JUMP: "转版",
    Role.TEASER: "导读",
    Role.FURNITURE: "版面信息",
    Role.UNPLACED: "未归位",
    Role.HYPHEN: "断词连字符",
}
"""The name of each role in the report, which is in the paper's language."""

KINDS: Mapping[str, tuple[str, str]] = {
    "no-headline": ("缺标题", "标题没有随文字传来。补题用 title，网页上加〔〕；不补，稿件待审。"),
    "headline-by-place": ("标题存疑", "只凭字样或位置判断，文中没有它的字词，网页也没有标明。稿件待审。"),
    "byline-by-place": ("署名存疑", "只凭它在标题下方判断，也可能是标题。稿件待审。"),
    "closing-by-place": ("文末存疑", "也可能是报眉上的日期。"),
    "subhead-by-place": ("小标题存疑", "像报眉，却夹在一篇稿件当中。"),
    "unplaced": ("未归位", "不知属于哪一篇，暂成待审的一篇。"),
    "perhaps-two-stories": ("疑为两篇", "两段之间可能是两篇稿件的分界。"),
    "perhaps-one-story": ("疑为一篇", "此处另起一篇，也可能是上一篇的续文。"),
    "taken-out": ("移出正文", "这一行像报眉或导读，却夹在段落当中。"),
    "more-outside": ("疑取错正文", "网页上过半的句子在所取的正文之外，请与网页核对。"),
    "stack-by-place": ("引题副题存疑", "只凭它在标题上下判断，网页没有标明。"),
    "left-out": ("未收文字", "标题与正文之间的文字，未收入稿件。"),
    "hidden": ("隐藏文字", "网页上不显示的文字，未收入稿件。"),
    "more-pages": ("还有下页", "网页上的稿件不止一页，这里只有一页，请补存。"),
    "lost-before": ("来稿缺字", "来稿之前已经丢失的字，请另找来源。"),
    "no-end": ("文末存疑", "文末没有句末标点，可能缺了后文。"),
    "lost-jump": ("转版无接续", "所指的版没有来稿，或那一版没有相应的上接、下转。"),
    "damaged": ("来稿坏字", "自造字、字形编号、乱码、方框、问号：照来稿保留，请另找来源。"),
    "unpaired": ("引号括号不配对", "可能缺行或错行；一段引文分几段时本应如此。"),
    "misprint": ("疑似错字", "照原样保留。要改，改稿件，并注明更正。"),
    "caption-by-place": ("图说存疑", "只凭它在图片下方判断。"),
    "close-break": ("分段存疑", "行宽不足以断定此处是否分段，请看版面。抄入裁定后不再提示。"),
    "close-seam": ("接栏存疑", "一段在别处接上，或可能接上，只凭文意判断，请看版面。"),
    "credit-by-place": ("来源存疑", "只凭它在日期旁边判断，网页没有标明。"),
    "credit-unprinted": ("署名来源未印", "网页只在代码里写明，读者看不见，未收入稿件。"),
    "list-numbers": ("编号未收", "网页自动编的号，稿件里要手写。"),
    "table": ("表格拆散", "单元格成了段落，请改成表格。"),
    "raised": ("上下标", "上标、下标在稿件里写不出来，请看是否影响文意。"),
    "picture": ("图片未收", "请把图片存到稿件旁边，写入 photos。"),
    "hyphen": ("断词存疑", "行末连字符去留，本版两说并存。要改，改稿件。"),
    "space": ("空格改动", "按规则去掉的空格。本是有意的，改稿件。"),
    "repaired": ("来稿修补", "部首、连字、零宽字符、字间空格，按规则改正。"),
    "unseen": ("控制字符", "看不见的字符，不进稿件。"),
}
"""The name of each kind of doubt in the report, and an explanation; the most serious kinds come first."""
