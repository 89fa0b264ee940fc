"""A manuscript in its parts: the article, the YAML between the lines `---`, and the place of the body and of each field."""

from pathlib import Path, PurePath

import pytest

from broadsheet.manuscript.reader import parse_manuscript, read_article, read_manuscript
from broadsheet.model.article import Photo
from broadsheet.model.errors import ManuscriptError

TEXT = """\
---
title: 题
photos:
- file: a.jpg
  alt: 甲
---

一。

二。
"""


def test_a_manuscript_knows_where_its_parts_are(tmp_path: Path) -> None:
    path = tmp_path / "2024-04-15/01/03-words.md"
    path.parent.mkdir(parents=True)
    path.write_text(TEXT, encoding="utf-8")
    for parsed in (parse_manuscript(TEXT, PurePath("01.md")), read_manuscript(path)):
        assert (parsed.article.title, parsed.article.body) == ("题", "一。\n\n二。")
        assert parsed.article.photos == (Photo(file="a.jpg", alt="甲"),)
        assert parsed.front == "title: 题\nphotos:\n- file: a.jpg\n  alt: 甲\n"
        assert parsed.body_line == 8
        assert parsed.places[("title",)] == (2, 1)
        assert parsed.places[("photos", 0)] == (4, 3)
        assert parsed.places[("photos", 0, "alt")] == (5, 3)
    manuscript = read_article(path)
    assert (manuscript.path, manuscript.address.href) == (str(path), "/2024-04-15/01/03/")
    assert manuscript.article == parsed.article


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\n---\n正文", "正文", 3),
        ("---\n---\n\n\n\n正文\n\n", "正文", 6),
        ("--- \n---\t\n  正文", "  正文", 3),
        ("---\ntitle: 题\n---", "", 3),
        ("---\ntitle: 题\n---\n\n", "", 5),
        ("---\ntitle: 题\n---\n---\n正文", "---\n正文", 4),
    ],
)
def test_a_body_begins_behind_the_blank_lines(text: str, body: str, line: int) -> None:
    parsed = parse_manuscript(text, PurePath("01.md"))
    assert (parsed.article.body, parsed.body_line) == (body, line)


def test_a_manuscript_of_more_bytes_than_may_be_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "01.md"
    path.write_text(TEXT, encoding="utf-8")
    size = len(TEXT.encode())
    assert read_manuscript(path, size).article.title == "题"
    with pytest.raises(ManuscriptError, match="too-large"):
        read_manuscript(path, size - 1)
