"""What becomes of a photo: sizes and formats for every screen, nothing of its camera, and a plain word where it cannot be."""

import io
import re
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from broadsheet.model.errors import BroadsheetError
from broadsheet.press.plates import platemaking
from broadsheet.press.plates.plate import Plates
from broadsheet.press.plates.plate_cache import PlateRoom
from tests.press.photos import DRAWING, iim, line_art, opened, photo, pixels, saved
from tests.press.project import Project

ARTICLE = "2024-04-15/01/01"
SECRET = b"Canon-SECRET-47"


@pytest.fixture
def room(tmp_path: Path) -> PlateRoom:
    return PlateRoom(tmp_path, tmp_path / "kept")


def plates_of(room: PlateRoom, tmp_path: Path, name: str, data: bytes) -> Plates:
    (tmp_path / name).write_bytes(data)
    return room.plates(name)


def with_everything(width: int, height: int) -> bytes:
    """A JPEG that says where it was taken, by what, and what it shows, in each way that a camera or an agency has."""
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()  # the camera's maker
    exif[0x0112] = 6  # turn it to the right
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 16.0, 37.0), 3: "E", 4: (120.0, 9.0, 11.0)})
    return saved(
        pixels(width, height),
        "JPEG",
        quality=95,
        exif=exif,
        xmp=b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>",
        comment=SECRET,
        extra=iim((80, SECRET), (120, SECRET)),
    )


def test_a_photo_is_shown_in_the_size_and_the_format_that_a_screen_asks_for(project: Project) -> None:
    project.article(ARTICLE, photos=[{"file": "hall.jpg", "alt": "大厅"}])
    (project.folder / "content/2024-04-15/01/hall.jpg").write_bytes(photo(2000, 1000))
    project.build(site_url="")
    files = project.files()
    for kind in ("avif", "webp"):
        for width in (480, 960, 1600):
            plate = opened(files[f"2024-04-15/01/hall.jpg.{width}.{kind}"])
            assert (plate.format, plate.size) == (kind.upper(), (width, width // 2))
    assert opened(files["2024-04-15/01/hall.jpg"]).size == (2000, 1000)
    page = project.page(f"/{ARTICLE}/")
    assert 'srcset="/2024-04-15/01/hall.jpg.480.avif 480w, /2024-04-15/01/hall.jpg.960.avif 960w, ' in page
    assert 'width="2000" height="1000"' in page


def test_what_a_photo_knows_of_its_camera_and_place_is_not_published(project: Project) -> None:
    data = with_everything(600, 400)
    assert data.count(SECRET) == 5
    assert opened(data).getexif().get_ifd(0x8825)
    project.article(ARTICLE, "![街](street.jpg)", photos=[{"file": "street.jpg", "alt": "街"}])
    (project.folder / "content/2024-04-15/01/street.jpg").write_bytes(data)
    project.build()
    pictures = {name: data for name, data in project.files().items() if "street" in name}
    assert len(pictures) == 3
    for name, published in project.files().items():
        assert SECRET not in published, name
    for name, published in pictures.items():
        picture = opened(published)
        assert not picture.getexif(), name
        assert picture.info.keys().isdisjoint({"exif", "xmp", "comment", "photoshop", "icc_profile"}), name
        assert picture.width < picture.height, f"{name} is not turned upright"


def test_photos_are_kept_made_and_go_with_their_article(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.article("2024-04-14/01/01")
    project.article(ARTICLE, photos=[{"file": "hall.jpg", "alt": "大厅"}])
    (project.folder / "content/2024-04-15/01/hall.jpg").write_bytes(photo(500, 300))
    project.build()
    first = project.files()

    def made_again(path: Path) -> Plates:
        raise AssertionError(f"{path} is made again")

    monkeypatch.setattr(platemaking, "make_plates", made_again)
    project.article(ARTICLE, "改过。", photos=[{"file": "hall.jpg", "alt": "大厅"}])
    project.build()
    pictures = {name for name in first if "hall.jpg" in name}
    assert len(pictures) == 3
    assert {name: project.files()[name] for name in pictures} == {name: first[name] for name in pictures}
    project.article(ARTICLE, "无图。")
    project.build()
    assert not [name for name in project.files() if "hall.jpg" in name]


def test_kept_plates_that_are_damaged_are_made_again(room: PlateRoom, tmp_path: Path) -> None:
    made = plates_of(room, tmp_path, "a.jpg", photo(60, 40))
    (kept,) = (path for path in (tmp_path / "kept").rglob("*") if path.is_file())
    kept.write_bytes(kept.read_bytes()[:-9])
    assert room.plates("a.jpg") == made
    assert room.plates("a.jpg") == made


def test_no_photo_is_made_larger_and_near_sizes_are_one(room: PlateRoom, tmp_path: Path) -> None:
    widths = {
        full: {plate.width for plate in plates_of(room, tmp_path, f"{full}.jpg", photo(full, 10)).others}
        for full in (90, 500, 1100, 4000)
    }
    assert widths == {90: {90}, 500: {500}, 1100: {480, 1100}, 4000: {480, 960, 1600}}


def test_a_huge_photo_is_published_smaller_and_a_long_strip_stays_readable(
    room: PlateRoom, tmp_path: Path
) -> None:
    huge = plates_of(room, tmp_path, "huge.jpg", photo(6000, 4000))
    assert huge.width * huge.height <= 5_010_000
    assert huge.width / huge.height == pytest.approx(1.5, abs=0.01)
    strip = plates_of(room, tmp_path, "strip.png", line_art(900, 5000))
    assert (strip.width, strip.height) == (900, 5000)


def test_line_art_keeps_every_line(room: PlateRoom, tmp_path: Path) -> None:
    plates = plates_of(room, tmp_path, "chart.png", line_art(400, 300))
    assert [plate.media_type for plate in plates.others] == ["image/webp"]
    drawn = opened(line_art(400, 300)).tobytes()
    assert opened(plates.others[0].data).convert("L").tobytes() == drawn
    assert opened(plates.data).tobytes() == drawn


def test_transparency_stays(room: PlateRoom, tmp_path: Path) -> None:
    image = Image.new("RGBA", (40, 30), (200, 0, 0, 0))
    plates = plates_of(room, tmp_path, "seal.png", saved(image, "PNG"))
    assert opened(plates.data).getchannel("A").getextrema() == (0, 0)


@pytest.mark.parametrize("mode", ["L", "1", "CMYK", "P", "I;16"])
def test_every_kind_of_pixel_is_shown(room: PlateRoom, tmp_path: Path, mode: str) -> None:
    ramp = Image.linear_gradient("L").resize((64, 64))
    image = ramp.convert("RGB").convert("CMYK") if mode == "CMYK" else ramp.convert(mode)
    if mode == "I;16":
        image = Image.frombytes("I;16", (64, 64), b"".join(bytes((0, grey)) for grey in ramp.tobytes()))
    kind = "JPEG" if mode == "CMYK" else "PNG"
    plates = plates_of(room, tmp_path, f"a.{kind.lower()}", saved(image, kind))
    shown = opened(plates.data).convert("L")
    assert shown.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0)) == pytest.approx(127, abs=3)
    assert shown.tobytes()[32] < shown.tobytes()[-32]


def test_colours_of_another_space_are_told_in_that_of_the_web(room: PlateRoom, tmp_path: Path) -> None:
    grey, red = (Image.new("RGB", (8, 8), colour) for colour in ((90, 90, 90), (250, 0, 0)))
    plates = plates_of(room, tmp_path, "a.png", saved(red, "PNG", icc_profile=red_is_blue()))
    assert opened(plates.data).getpixel((4, 4)) == pytest.approx((0, 0, 250), abs=9)
    plain = plates_of(room, tmp_path, "b.png", saved(grey, "PNG"))
    assert plates_of(room, tmp_path, "c.png", saved(grey, "PNG", icc_profile=b"no profile")) == plain


def red_is_blue() -> bytes:
    """A profile that says of each red that it is a blue."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    named = profile.replace("sRGB".encode("utf-16-be"), "swap".encode("utf-16-be"))
    return named.replace(b"rXYZ", b"?").replace(b"bXYZ", b"rXYZ").replace(b"?", b"bXYZ")


def png(width: int, height: int, data: bytes, *, interlaced: int = 0) -> bytes:
    """A PNG in grey, of 8 bits, that says its size and holds `data`: rows that each begin with a filter byte."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, interlaced)
    packed = zlib.compress(data)
    halves = packed[: len(packed) // 2], packed[len(packed) // 2 :]
    chunks = chunk(b"IHDR", header), *(chunk(b"IDAT", half) for half in halves), chunk(b"IEND", b"")
    return b"".join((b"\x89PNG\r\n\x1a\n", *chunks))


ADAM7 = b"".join(rows * (b"\0" + columns * b"\x7f") for columns, rows in ((2, 2), (1, 2), (3, 1), (2, 3), (5, 2), (4, 5), (9, 4)))  # fmt: skip
"""The rows of the seven passes of a picture of 9 × 9 pixels."""


def moving() -> bytes:
    frames = [Image.new("L", (9, 9), grey) for grey in (0, 255)]
    return saved(frames[0], "GIF", save_all=True, append_images=frames[1:])


REFUSED = {
    "cut.jpg": (photo(300, 200)[:2000], "damaged-picture", "truncated"),
    "cut.png": (photo(300, 200, "PNG")[:2000], "damaged-picture", "cannot be read"),
    "noise.webp": (b"RIFF....WEBPVP8 " + bytes(40), "damaged-picture", "cannot be read"),
    "empty.gif": (b"", "damaged-picture", "cannot"),
    "page.avif": (b"<!doctype html>", "damaged-picture", "cannot"),
    "row.png": (png(30, 20, bytes(31)), "damaged-picture", "its last rows are missing"),
    "nearly.png": (png(30, 20, bytes(31 * 20 - 1)), "damaged-picture", "its last rows are missing"),
    "pass.png": (png(9, 9, ADAM7[:-10], interlaced=1), "damaged-picture", "its last rows are missing"),
    "bomb.png": (png(100_000, 100_000, b""), "large-picture", "million pixels"),
    "large.png": (saved(Image.new("1", (10_000, 10_001)), "PNG"), "large-picture", "100 million pixels"),
    "moving.gif": (moving(), "moving-picture", "does not move"),
    "named.jpg": (line_art(20, 20), "misnamed-picture", "is PNG, and not JPEG"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_photo_that_cannot_be_shown_stops_the_build_by_its_name(
    room: PlateRoom, tmp_path: Path, name: str
) -> None:
    data, code, words = REFUSED[name]
    with pytest.raises(BroadsheetError) as caught:
        plates_of(room, tmp_path, name, data)
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == (code, str(tmp_path / name))
    assert words in finding.message
    assert finding.hint


@pytest.mark.parametrize(
    "data",
    [png(30, 20, bytes(31 * 20)), png(9, 9, ADAM7, interlaced=1), png(2_000, 2_000, bytes(2_001 * 2_000))],
    ids=["rows", "passes", "large"],
)
def test_a_picture_with_all_its_rows_is_shown(room: PlateRoom, tmp_path: Path, data: bytes) -> None:
    assert plates_of(room, tmp_path, "a.png", data).width


def test_all_pictures_that_cannot_be_shown_are_told_at_once_and_nothing_is_printed(project: Project) -> None:
    project.article("2024-04-15/01/01", photos=[{"file": "a.jpg"}])
    project.article("2024-04-15/01/02", photos=[{"file": "b.svg"}])
    (project.folder / "content/2024-04-15/01/a.jpg").write_bytes(photo(300, 200)[:900])
    project.write("content/2024-04-15/01/b.svg", DRAWING.replace("<path", "<script>run()</script><path"))
    with pytest.raises(BroadsheetError) as caught:
        project.build()
    places = [finding.place for finding in caught.value.findings]
    assert places == ["content/2024-04-15/01/a.jpg", "content/2024-04-15/01/b.svg:1:61"]
    assert not project.files()


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="30" height="20.4px"', (30, 20)),
        ('viewBox="0 0 30 20"', (30, 20)),
        ('width="100%" height="4cm" viewBox="0,0,30,20"', (30, 20)),
        ("", (0, 0)),
        ('viewBox="0 0 wide high"', (0, 0)),
        ('viewBox="0 0 inf 1e999"', (0, 0)),
        (f'width="{"9" * 400}" height="20"', (0, 20)),
    ],
)
def test_a_drawing_says_its_measures_and_is_published_as_it_is(
    room: PlateRoom, tmp_path: Path, attributes: str, size: tuple[int, int]
) -> None:
    inside = '<defs><g id="a"/></defs><use href="#a" fill="url(#a)"/><style>path { fill: url("#a") }</style>'
    drawing = f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>'.encode()
    plates = plates_of(room, tmp_path, "a.svg", drawing)
    assert (plates.width, plates.height) == size
    assert plates.data == drawing
    assert plates.others == ()


def test_a_picture_that_is_a_link_leads_where_the_link_leads(project: Project) -> None:
    project.write("content/all.svg", DRAWING)
    project.article(ARTICLE, "[![图](/all.svg)](/archive/)")
    project.build()
    assert re.search(r'<a href="/archive/"><img [^>]*src="/all\.svg"[^>]*></a>', project.page(f"/{ARTICLE}/"))


def test_a_picture_in_the_text_is_responsive_and_its_feed_takes_the_large_one(project: Project) -> None:
    project.article(ARTICLE, "前。\n\n![大厅](hall.jpg)\n\n后。")
    (project.folder / "content/2024-04-15/01/hall.jpg").write_bytes(photo(600, 300))
    project.build(publish=True, site_url="https://example.org/repo")
    page = project.page(f"/{ARTICLE}/")
    shown = re.search(r"<picture>.*?</picture>", page)
    assert shown
    assert shown[0].count("<source ") == 2
    assert "/repo/2024-04-15/01/hall.jpg.600.avif 600w" in shown[0]
    assert (
        '<img alt="大厅" height="300" loading="lazy" src="/repo/2024-04-15/01/hall.jpg" width="600">'
        in shown[0]
    )
    assert f'<a href="/repo/2024-04-15/01/hall.jpg">{shown[0]}</a>' in page
    feed = project.page("/feed.xml")
    assert "srcset" not in feed
    assert "https://example.org/repo/2024-04-15/01/hall.jpg" in feed


def test_the_same_photo_gives_the_same_bytes(tmp_path: Path) -> None:
    data = photo(1700, 1100)
    made = [plates_of(PlateRoom(tmp_path, tmp_path / str(n)), tmp_path, "a.jpg", data) for n in range(2)]
    assert made[0] == made[1]


def test_a_photo_of_a_telephone_that_holds_a_second_picture_is_a_photo(
    room: PlateRoom, tmp_path: Path
) -> None:
    buffer = io.BytesIO()
    pixels(60, 40).save(buffer, "MPO", save_all=True, append_images=[pixels(30, 20)])
    assert opened(buffer.getvalue()).format == "MPO"
    assert plates_of(room, tmp_path, "a.jpg", buffer.getvalue()).width == 60
