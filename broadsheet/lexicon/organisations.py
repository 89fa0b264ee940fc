"""Tell organisations that sign an article (本报编辑部, 校对组, 新华社) from persons."""

import re

_ORGANISATION = re.compile(
    r"\A(?:本报|本刊|本社|本网)|(?:社|报|部|组|室|处|局|房|科|中心|团队|小组|公司|集团|大学|学院|研究院|委员会|协会)\Z"
)


def is_organisation(name: str) -> bool:
    """Return whether `name` is that of an organisation: it begins or ends with a word that no person's name has there."""
    return bool(_ORGANISATION.search(name))
