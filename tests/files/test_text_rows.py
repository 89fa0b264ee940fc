"""Lists of texts as bytes: what was packed comes back, and what was not is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.files.text_rows import joined, paired, parted

texts = st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))


@given(texts)
def test_what_is_joined_is_parted_into_the_same_texts(found: list[str]) -> None:
    assert parted(joined(found)) == found


def test_each_text_ends_with_nul() -> None:
    assert joined(["稿", ""]) == "稿\0\0".encode()


def test_bytes_that_are_no_text_are_told() -> None:
    with pytest.raises(UnicodeDecodeError):
        parted(b"\xff\0")


def test_texts_in_pairs() -> None:
    assert paired(["a", "1", "b", "2"]) == (("a", "1"), ("b", "2"))
    with pytest.raises(ValueError, match="shorter"):
        paired(["a", "1", "b"])
