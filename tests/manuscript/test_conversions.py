"""The words of conversions.yaml, each with what stands for it in the other script."""

from pathlib import Path

from broadsheet.manuscript.records.conversions_file import read_conversions


def test_each_word_has_its_text_in_the_other_script(tmp_path: Path) -> None:
    assert read_conversions(tmp_path) == {}
    (tmp_path / "conversions.yaml").write_text("范文澜: 范文瀾\n1949: 一九四九\n", encoding="utf-8")
    assert read_conversions(tmp_path) == {"范文澜": "范文瀾", "1949": "一九四九"}
