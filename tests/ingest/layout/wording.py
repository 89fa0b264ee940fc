"""Words for made-up pages: no two sentences are alike, so that a test can tell every character's place."""

import random
from collections.abc import Iterator

_WORDS = [
    "春天",
    "河边",
    "村庄",
    "学校",
    "孩子",
    "老师",
    "工厂",
    "工人",
    "新路",
    "大桥",
    "电灯",
    "书店",
    "茶馆",
    "农民",
    "稻田",
    "果园",
    "山坡",
    "森林",
    "小船",
    "渡口",
    "车站",
    "列车",
    "旅客",
    "医院",
    "医生",
    "病人",
    "药房",
    "市场",
    "商人",
    "布匹",
    "粮食",
    "蔬菜",
    "鲜鱼",
    "居民",
    "街道",
    "邻居",
    "老人",
    "青年",
    "妇女",
    "志愿者",
    "图书",
    "报纸",
    "读者",
    "作者",
    "画家",
    "音乐",
    "歌声",
    "舞台",
    "演员",
    "观众",
    "比赛",
    "球队",
    "教练",
    "跑道",
    "冠军",
    "气温",
    "雨水",
    "大雪",
    "北风",
    "阳光",
    "月亮",
    "星空",
    "海面",
    "港口",
    "货轮",
    "机器",
    "图纸",
    "零件",
    "车间",
    "设计",
    "试验",
    "数据",
    "报告",
    "会议",
    "代表",
    "意见",
    "办法",
    "计划",
    "资金",
    "项目",
    "工程",
    "质量",
    "安全",
    "检查",
    "问题",
    "答案",
    "历史",
    "故事",
    "传说",
    "古塔",
    "城墙",
    "石碑",
    "节日",
    "灯笼",
    "年画",
    "剪纸",
    "手艺",
    "师傅",
    "徒弟",
    "木工",
    "建成",
    "修好",
    "打开",
    "送来",
    "种下",
    "收获",
    "看见",
    "听说",
    "记得",
    "想起",
    "讨论",
    "决定",
    "参加",
    "组织",
    "帮助",
    "学习",
    "练习",
    "改进",
    "增加",
    "减少",
    "完成",
    "开始",
    "继续",
    "超过",
    "达到",
    "介绍",
]
_ENGLISH = [
    "river",
    "school",
    "bridge",
    "market",
    "doctor",
    "garden",
    "station",
    "winter",
    "summer",
    "village",
    "council",
    "harbour",
    "engine",
    "worker",
    "teacher",
    "library",
    "theatre",
    "painter",
    "kitchen",
    "weather",
    "morning",
    "evening",
    "railway",
    "farmer",
    "orchard",
    "window",
    "letter",
    "parcel",
    "journey",
    "mountain",
    "forest",
    "captain",
    "sailor",
    "family",
    "neighbour",
    "festival",
    "music",
    "concert",
    "player",
    "season",
    "record",
    "builder",
    "quarter",
    "opened",
    "closed",
    "carried",
    "brought",
    "finished",
    "started",
    "counted",
    "measured",
    "painted",
    "repaired",
    "visited",
    "followed",
    "answered",
    "quickly",
    "slowly",
    "often",
    "rarely",
    "always",
    "nearly",
    "hardly",
    "again",
    "early",
    "late",
    "quiet",
    "bright",
    "narrow",
    "broad",
    "heavy",
    "gentle",
]


class Writer:
    """Writes sentences, headlines and names, the same for one seed."""

    def __init__(self, seed: int, *, english: bool = False) -> None:
        self.dice = random.Random(seed)
        self.english = english

    def words(self, count: int) -> str:
        picked = self.dice.choices(_ENGLISH if self.english else _WORDS, k=count)
        return " ".join(picked) if self.english else "".join(picked)

    def sentence(self) -> str:
        clauses = [self.words(self.dice.randint(3, 6)) for _ in range(self.dice.randint(1, 4))]
        if self.english:
            return ", ".join(clauses).capitalize() + "."
        return "，".join(clauses) + self.dice.choice("。。。。！")

    def paragraph(self, least: int) -> str:
        """Return sentences of at least `least` characters."""
        text = ""
        while len(text) < least:
            text += (" " if self.english and text else "") + self.sentence()
        return text

    def paragraphs(self, characters: int) -> Iterator[str]:
        """Yield paragraphs of `characters` in all."""
        while characters > 0:
            text = self.paragraph(min(self.dice.choice((40, 80, 120, 160)), characters))
            yield text
            characters -= len(text)

    def headline(self, least: int, most: int) -> str:
        if self.english:
            return self.words(self.dice.randint(2, 5)).capitalize()
        text = self.words(most)
        return text[: self.dice.randint(least, most)]

    def name(self) -> str:
        if self.english:
            return " ".join(word.capitalize() for word in self.dice.choices(_ENGLISH, k=2))
        return self.dice.choice("王李张刘陈杨黄赵周吴") + self.words(1)[: self.dice.randint(1, 2)]
