"""The links of texts in the build cache: those of a text, those to an address, and those that are marked as dead."""

from broadsheet.press.plan.cache.build_cache import BuildCache

A, B, C = ("a.md", "甲", "/x/"), ("a.md", "乙", "/y/"), ("b.md", "丙", "/x/")


def test_links_are_found_by_owner_and_by_target(cache: BuildCache) -> None:
    links = cache.links
    links.note("2024-04-15", [A, B], ())
    links.note("2024-04-16", [C], ())
    links.note("standing", [("about.md", "", "/z/")], ())
    first, second, third = ("2024-04-15", *A), ("2024-04-15", *B), ("2024-04-16", *C)
    assert set(links.all()) == {first, second, third, ("standing", "about.md", "", "/z/")}
    assert links.of_or_to(["2024-04-15"], []) == {first, second}
    assert links.of_or_to([], ["/x/"]) == {first, third}
    assert links.of_or_to(["2024-04-15"], ["/x/", "/none/"]) == {first, second, third}
    assert links.of_or_to([], []) == set()
    links.note("2024-04-15", [B], ())
    assert links.of_or_to(["2024-04-15"], []) == {second}


def test_marked_links_are_always_looked_at_until_they_are_marked_no_more(cache: BuildCache) -> None:
    links = cache.links
    links.note("2024-04-15", [A, B], {"/x/"})
    links.note("2024-04-16", [C], {"/x/", "/other/"})
    assert links.marked() == {"2024-04-15": {"/x/"}, "2024-04-16": {"/x/"}}
    assert links.of_or_to([], []) == {("2024-04-15", *A), ("2024-04-16", *C)}
    links.mark("2024-04-15", {"/y/"})
    assert links.marked() == {"2024-04-15": {"/y/"}, "2024-04-16": {"/x/"}}
    links.mark("2024-04-16", ())
    links.mark("2024-04-15", {"/x/", "/y/"})
    assert links.marked() == {"2024-04-15": {"/x/", "/y/"}}
