"""The files of the site in the build cache: who makes each, and which two make the same one."""

from broadsheet.press.plan.cache.build_cache import BuildCache


def files_of(cache: BuildCache, owner: str) -> set[str]:
    return set(cache.files.of(owner))


def test_files_have_the_owner_that_made_them_last(cache: BuildCache) -> None:
    files = cache.files
    assert files.note("2024-04-15", [("a.html", "a.md"), ("b.html", "b.md")]) == set()
    assert files.note("lists", [("index.html", "lists")]) == set()
    # b.html goes, a.html has another source, and c.html is new
    assert files.note("2024-04-15", [("a.html", "z.md"), ("c.html", "c.md")]) == {"b.html"}
    assert files_of(cache, "2024-04-15") == {"a.html", "c.html"}
    assert files_of(cache, "lists") == {"index.html"}
    assert sorted(files.all()) == ["a.html", "c.html", "index.html"]
    assert files.owned(["a.html", "b.html", "index.html", "A.html"]) == {"a.html", "index.html"}
    assert files.note("2024-04-15", []) == {"a.html", "c.html"}
    assert sorted(files.all()) == ["index.html"]


def test_names_that_one_disk_takes_for_the_same_collide(cache: BuildCache) -> None:
    files = cache.files
    files.note("2024-04-15", [("Tag.html", "one.md"), ("picture.png", "photo.png"), ("own.html", "own.md")])
    files.note("lists", [("tag.html", "lists"), ("picture.png", "photo.png")])
    assert files.collisions("2024-04-15") == [("Tag.html", "one.md", "lists")]
    assert files.collisions("lists") == [("tag.html", "lists", "one.md")]
    assert files.is_shared("2024-04-15")
    files.note("lists", [])
    assert not files.is_shared("2024-04-15")
    assert files.collisions("2024-04-15") == []


def test_a_file_of_two_owners_with_one_source_is_shared_and_comes_twice(cache: BuildCache) -> None:
    for owner in ("2024-04-15", "2024-04-16"):
        cache.files.note(owner, [("picture.png", "photo.png")])
    assert cache.files.is_shared("2024-04-15")
    assert cache.files.collisions("2024-04-15") == []
    assert list(cache.files.all()) == ["picture.png", "picture.png"]


def test_a_page_at_a_left_address_makes_way_for_any_other(cache: BuildCache) -> None:
    cache.files.note("left addresses", [("a.html", "addresses.yaml")])
    cache.files.note("2024-04-15", [("a.html", "a.md")])
    assert cache.files.collisions("2024-04-15") == []
    assert cache.files.collisions("left addresses") == [("a.html", "addresses.yaml", "a.md")]
