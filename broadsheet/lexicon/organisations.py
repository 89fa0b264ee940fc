"""Who signs an article: a person, or a desk of the paper and other bodies (本报编辑部, 校对组, 新华社)."""

import re

_DESK = re.compile(
    r"\A(?:本报|本刊|本社|本网)|(?:社|报|部|组|室|处|局|房|科|中心|团队|小组|公司|集团|大学|学院|研究院|委员会|协会)\Z"
)


def is_organisation(name: str) -> bool:
    """Return whether `name` is that of a desk or another body: a given name ends in none of these words."""
    return bool(_DESK.search(name))
