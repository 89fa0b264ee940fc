"""A photo's own words are offered where its article lacks them, ready to paste, and never taken unasked."""

from pathlib import Path
from typing import Any

import pytest

from broadsheet.manuscript import read_article
from broadsheet.model.finding import Finding
from tests.press.photos import iim, line_art, photo
from tests.proof.newsroom import findings

XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/"
    xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/" photoshop:Credit="临江社">
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">夜校：开课
第一天</rdf:li><rdf:li xml:lang="en">A night school</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>罗溪</rdf:li><rdf:li>秦岭</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta>"""
OLD = iim((120, "夜校里".encode("gb18030")), (80, "罗溪".encode("gb18030")))


def found(root: Path, data: bytes, entry: str = "{file: a.jpg, alt: 教室}") -> list[Finding]:
    folder = root / "content/2031-05-06/01"
    folder.mkdir(parents=True, exist_ok=True)
    (folder.parent / "edition.yaml").write_text("pages:\n  1: {name: 要闻}\n", encoding="utf-8")
    text = f"---\ntitle: 夜校开课\nphotos:\n  - {entry}\n---\n\n开课。\n"
    (folder / "01.md").write_text(text, encoding="utf-8")
    (folder / "a.jpg").write_bytes(data)
    return [finding for finding in findings(root / "content") if finding.code != "small-picture"]


@pytest.mark.parametrize(
    ("settings", "caption", "credit"),
    [
        ({"xmp": XMP.encode()}, "夜校：开课 第一天", "临江社 罗溪 秦岭"),
        ({"extra": OLD}, "夜校里", "罗溪"),
        (
            {"extra": iim((120, "夜校".encode()), (80, "罗溪".encode()), (80, "秦岭".encode()))},
            "夜校",
            "罗溪 秦岭",
        ),
        ({"xmp": XMP.encode(), "extra": OLD}, "夜校：开课 第一天", "临江社 罗溪 秦岭"),
        ({"xmp": b"<x:xmpmeta", "extra": OLD}, "夜校里", "罗溪"),
        ({"xmp": b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + XMP.encode(), "extra": OLD}, "夜校里", "罗溪"),
    ],
)
def test_what_is_offered_can_be_pasted(
    tmp_path: Path, settings: dict[str, Any], caption: str, credit: str
) -> None:
    (finding,) = found(tmp_path, photo(60, 40, **settings))
    assert (finding.code, finding.severity, finding.line) == ("photo-words", "doubt", 4)
    lines = finding.hint.splitlines()[1:]
    pasted = "\n    ".join(["file: a.jpg", "alt: 教室", *(line.strip() for line in lines)])
    assert found(tmp_path, photo(60, 40, **settings), pasted) == []
    (shown,) = read_article(tmp_path / "content/2031-05-06/01/01.md").article.photos
    assert (shown.caption, shown.credit) == (caption, credit)


def test_only_what_lacks_is_offered(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, photo(60, 40, extra=OLD), "{file: a.jpg, caption: 另一句}")
    assert finding.hint.splitlines()[1:] == ["        credit: 罗溪"]
    assert found(tmp_path, photo(60, 40, extra=OLD), "{file: a.jpg, caption: 一, credit: 二}") == []


def test_a_photo_that_says_nothing_offers_nothing(tmp_path: Path) -> None:
    assert found(tmp_path, photo(60, 40)) == []
    assert found(tmp_path, photo(60, 40, extra=iim((120, b"\xff\xff\xff")))) == []


@pytest.mark.parametrize(
    ("data", "code"), [(b"no photo", "damaged-picture"), (line_art(9, 9), "misnamed-picture")]
)
def test_a_picture_that_stops_the_press_is_told_before(tmp_path: Path, data: bytes, code: str) -> None:
    (finding,) = found(tmp_path, data)
    assert (finding.code, finding.severity) == (code, "error")
    assert finding.path.endswith("content/2031-05-06/01/a.jpg")
