"""Pictures: how large a drawing is, which photos a page can show, and where a picture lies that a manuscript names."""

from pathlib import Path

import pytest
from PIL import Image

from broadsheet.manuscript.drawing import drawing_size
from broadsheet.manuscript.photo_file import opened_photo
from broadsheet.manuscript.pictures import picture_path
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.limits import MOST_BYTES
from tests.press.photos import line_art, photo, saved


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="30" height="20.4px"', (30, 20)),
        ('width=" 30 " height=".6" viewBox="0 0 1 1"', (30, 1)),
        ('viewBox="0 0 30 20"', (30, 20)),
        ('width="30" viewBox="5 6 300 200"', (300, 200)),
        ('width="100%" height="4cm" viewBox="0,0,30,20"', (30, 20)),
        ("", (0, 0)),
        ('width="30"', (0, 0)),
        ('viewBox="0 0 30"', (0, 0)),
        ('viewBox="0 0 wide 20"', (0, 20)),
        ('viewBox="0 0 inf 1e999"', (0, 0)),
        ('viewBox="0 0 -30 20"', (0, 20)),
        ('width="999999" height="1000000"', (999_999, 0)),
        (f'width="{"9" * 400}" height="20"', (0, 20)),
    ],
)
def test_a_drawing_says_its_measures(tmp_path: Path, attributes: str, size: tuple[int, int]) -> None:
    path = tmp_path / "a.svg"
    inner = '<svg width="7" height="8"/>'
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inner}</svg>', encoding="utf-8")
    assert drawing_size(path) == size


def moving(kind: str) -> bytes:
    frames = [Image.new("L", (9, 9), grey) for grey in (0, 255)]
    return saved(frames[0], kind, save_all=True, append_images=frames[1:])


def two_pictures() -> bytes:
    """What telephones write: a JPEG with a second picture behind it."""
    return saved(photo_of(9), "MPO", save_all=True, append_images=[photo_of(5)])


def photo_of(width: int) -> Image.Image:
    return Image.new("RGB", (width, width))


def refusal(path: Path) -> ManuscriptError:
    """Return why no page can show the photo at `path`."""
    with pytest.raises(ManuscriptError) as caught, opened_photo(path):
        pass
    return caught.value


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("cut.png", photo(30, 20, "PNG")[:20], ""),
        ("empty.gif", b"", "cannot identify image file "),
        ("page.avif", b"<!doctype html>", "cannot identify image file "),
        ("drawn.png", saved(photo_of(3), "BMP"), "cannot identify image file "),
    ],
)
def test_a_photo_that_is_damaged_is_told_with_what_to_do(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    told = str(refusal(path))
    assert told.startswith(f"{path}: error damaged-picture: this picture cannot be read: {reason}")
    assert told.endswith("\n    → export it again from the original, or take it out of the article")


LARGE = (
    "large-picture",
    "this picture has more than 100 million pixels",
    "make it smaller; 4,000 pixels across are more than a page shows",
)


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("large.png", saved(Image.new("1", (10_000, 10_001)), "PNG"), LARGE),
        ("bomb.png", saved(Image.new("1", (10_000, 20_001)), "PNG"), LARGE),
        (
            "moving.gif",
            moving("GIF"),
            (
                "moving-picture",
                "a page of a newspaper does not move, and this picture does",
                "save one of its pictures as PNG or JPEG",
            ),
        ),
        (
            "named.jpeg",
            line_art(20, 20),
            (
                "misnamed-picture",
                "this file is PNG, and not JPEG",
                "give it a name that ends in .png, in the manuscript too",
            ),
        ),
        (
            "named.webp",
            photo(20, 20),
            (
                "misnamed-picture",
                "this file is JPEG, and not WEBP",
                "give it a name that ends in .jpg, in the manuscript too",
            ),
        ),
    ],
)
def test_a_photo_that_no_page_shows_is_told_with_what_to_do(
    tmp_path: Path, name: str, data: bytes, told: tuple[str, str, str]
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    code, message, hint = told
    assert str(refusal(path)) == f"{path}: error {code}: {message}\n    → {hint}"


def test_a_photo_that_is_no_file_is_told_by_what_the_system_says(tmp_path: Path) -> None:
    (tmp_path / "folder.jpg").mkdir()
    assert "cannot be read: No such file or directory\n" in str(refusal(tmp_path / "nothing.jpg"))
    assert "cannot be read: Is a directory\n" in str(refusal(tmp_path / "folder.jpg"))


@pytest.mark.parametrize(
    ("name", "data", "size"),
    [
        ("a.JPG", photo(30, 20), (30, 20)),
        ("a.jpeg", two_pictures(), (9, 9)),
        ("still.gif", saved(photo_of(9), "GIF"), (9, 9)),
        ("whole.png", saved(Image.new("1", (10_000, 10_000)), "PNG"), (10_000, 10_000)),
    ],
)
def test_a_photo_that_a_page_can_show_is_opened(
    tmp_path: Path, name: str, data: bytes, size: tuple[int, int]
) -> None:
    (tmp_path / name).write_bytes(data)
    with opened_photo(tmp_path / name) as image:
        assert image.size == size


def test_what_goes_wrong_while_a_photo_is_open_is_told_of_the_photo(tmp_path: Path) -> None:
    path = tmp_path / "cut.jpg"
    path.write_bytes(photo(300, 200)[:2000])
    with pytest.raises(ManuscriptError, match="cannot be read: image file is"), opened_photo(path) as image:
        image.load()


def test_a_picture_of_too_many_bytes_is_told_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.png"
    with path.open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    told = (
        f"{path}: error too-large: this file has 100,000,001 bytes, and 100,000,000 are the most\n"
        "    → make it smaller, or take it out of content/"
    )
    assert str(refusal(path)) == told
    with pytest.raises(ManuscriptError) as caught:
        drawing_size(path)
    assert str(caught.value) == told


@pytest.mark.parametrize(
    ("file", "path"),
    [
        ("hall.jpg", "2024-04-15/01/hall.jpg"),
        ("./a/../hall.jpg", "2024-04-15/01/hall.jpg"),
        ("../hall.jpg", "2024-04-15/hall.jpg"),
        ("/hall.jpg", "hall.jpg"),
        ("//photos/hall.jpg", "photos/hall.jpg"),
        ("../../../../hall.jpg", "hall.jpg"),
    ],
)
def test_a_picture_lies_beside_its_manuscript_or_below_content(file: str, path: str) -> None:
    assert picture_path(file, "2024-04-15/01") == path
