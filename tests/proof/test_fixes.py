"""What `inv lint --fix` mends, and that it changes nothing else."""

import re
import shutil
import unicodedata
from pathlib import Path, PurePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.manuscript.markdown.dialect import render
from broadsheet.manuscript.markdown.escaping import plain_text
from broadsheet.proof import LintOptions, lint_project
from broadsheet.proof.fixes import fixed
from tests.proof.newsroom import EDITION, SETTINGS, SOUND, write

PATH = PurePath("content/2031-05-06/01/01.md")
HEAD = SOUND.split("\n\n", 1)[0] + "\n\n"
SIGNS = "夜校 晚上 ， 。 , . ... …… -- —— ( ) （ ） “ ” \" ' ２０２４ ＡＢ 0 7 A b * ** _ ` # > - 1. | \\ & < [ ] ](a) ![ ： : ; ? ! • ⽅ 二0二四"
SPACES = [" ", "  ", "   ", "\t", "\u3000", "\n", "\n\n", "\n\n    ", "```\n"]
PIECES = st.sampled_from([*SIGNS.split(), *SPACES])
BODIES = st.lists(PIECES, max_size=25).map("".join)


@pytest.mark.parametrize(
    ("body", "mended"),
    [
        ("晚上,教室(旧粮仓)坐满了人.", "晚上，教室（旧粮仓）坐满了人。"),
        ("他说...好--真好。", "他说……好——真好。"),
        ("他说......", "他说……"),
        (
            "来了３０人，ＧＤＰ增长，安娜•卡列尼娜，二0二四年，⽅先生。",
            "来了30人，GDP增长，安娜·卡列尼娜，二〇二四年，方先生。",
        ),
        ("晚上。 \n\n　　教室。", "晚上。\n\n教室。"),
        ("船来的时候  \n教室。", "船来的时候  \n教室。"),
        ("见`晚上,教室`和[夜,校](/a,b/)。", "见`晚上,教室`和[夜，校](/a,b/)。"),
        ("```\n晚上,教室...\n```", "```\n晚上,教室...\n```"),
        ("１. 晚上开课。", "１. 晚上开课。"),
        ("“晚上", "“晚上"),
        (
            "<!-- lint: off ellipsis 原样 -->\n\n他说...好,真好。",
            "<!-- lint: off ellipsis 原样 -->\n\n他说...好，真好。",
        ),
    ],
)
def test_what_is_mended(body: str, mended: str) -> None:
    assert fixed(f"{HEAD}{body}\n", PATH) == f"{HEAD}{mended}\n"


def test_fields_and_line_ends_stay_as_they_are() -> None:
    text = "\ufeff" + f"{HEAD}晚上,教室。\n".replace("夜校开课", "夜校,开课...").replace("\n", "\r\n")
    assert fixed(text, PATH) == text.replace("晚上,", "晚上，")


@given(BODIES)
def test_to_mend_twice_is_to_mend_once(body: str) -> None:
    once = fixed(f"{HEAD}正文。\n\n{body}", PATH)
    assert fixed(once, PATH) == once


@given(BODIES)
def test_the_page_keeps_its_form_and_its_words(body: str) -> None:
    text = f"{HEAD}正文。\n\n{body}"
    before, after = (render(each.split("---\n\n", 1)[1].strip("\n")) for each in (text, fixed(text, PATH)))
    assert re.findall("</?[a-z0-9]+", before) == re.findall("</?[a-z0-9]+", after)
    assert _words(before) == _words(after)


def _words(html: str) -> str:
    text = unicodedata.normalize("NFKC", plain_text(html))
    return "".join(filter(str.isalnum, text)).replace("〇", "0")


def test_a_dry_run_prints_a_diff_and_writes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    text = SOUND.replace("七点，", "七点,")
    file = tmp_path / "content/2031-05-06/01/01.md"
    write(file, text)
    write(tmp_path / "content/2031-05-06/edition.yaml", EDITION)
    shutil.copytree(tmp_path / "content/2031-05-06", tmp_path / "content/2031-05-07")
    assert lint_project(Path(), SETTINGS, LintOptions(fix=True, dry_run=True)) == 0
    said = capsys.readouterr().out
    assert "--- a/content/2031-05-06/01/01.md\n+++ b/content/2031-05-06/01/01.md\n" in said
    assert "-晚上七点,教室坐满了人。\n+晚上七点，教室坐满了人。\n" in said
    assert file.read_text("utf-8") == text
    lint_project(Path(), SETTINGS, LintOptions((Path("content/2031-05-06"),), fix=True))
    assert (
        "content/2031-05-06/01/01.md: mended\nlint: 0 errors, 0 warnings, 0 doubts" in capsys.readouterr().out
    )
    assert file.read_text("utf-8") == SOUND
    assert (tmp_path / "content/2031-05-07/01/01.md").read_text("utf-8") == text
