"""Digests of the files of an edition: another name or another byte is another edition."""

import pytest

from broadsheet.press.plan.file_digests import Digests, edition_fingerprint, packed_digests, unpacked_digests

A, B = ("a.md", "1"), ("b.md", "2")


@pytest.mark.parametrize("digests", [(), (A,), (A, B)])
def test_digests_come_back_as_they_were_packed(digests: Digests) -> None:
    assert unpacked_digests(packed_digests(digests)) == digests


def test_another_name_or_digest_or_place_is_another_edition() -> None:
    editions: list[tuple[Digests, Digests]] = [
        ((), ()),
        ((A,), ()),
        ((), (A,)),
        ((A, B), ()),
        ((A,), (B,)),
        ((), (A, B)),
        ((("a.md", "2"),), ()),
        ((("b.md", "1"),), ()),
        ((("a.m", "d1"),), ()),
    ]
    assert len({edition_fingerprint(*edition) for edition in editions}) == len(editions)
