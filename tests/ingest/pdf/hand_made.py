"""PDFs written object by object, for what no program that makes pages can be made to do."""

import io
import zlib

CATALOG = "<</Type /Catalog /Pages 2 0 R>>"
PAGES = "<</Type /Pages /Kids [3 0 R] /Count 1>>"


def font_without_map(number: int) -> tuple[str, str, str]:
    """Return a font whose glyphs have no names and no map to characters, as objects from `number` on."""
    kind = "<</Registry (X) /Ordering (Y) /Supplement 0>>"
    shape = "/FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent 0 /CapHeight 700 /StemV 80"
    return (
        f"<</Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [{number + 1} 0 R]>>",
        f"<</Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo {kind} /FontDescriptor {number + 2} 0 R>>",
        f"<</Type /FontDescriptor /FontName /X /Flags 4 {shape}>>",
    )


def of_objects(*objects: str, trailer: str = "") -> bytes:
    """Return a PDF of these objects, numbered from 1; the first is its catalog (ISO 32000-2, 7.5)."""
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.7\n")
    places = []
    for number, text in enumerate(objects, 1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{text}\nendobj\n".encode("latin-1"))
    start = out.tell()
    rows = "".join(f"{place:010d} 00000 n \n" for place in places)
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}".encode())
    out.write(
        f"trailer\n<</Size {len(objects) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF".encode()
    )
    return out.getvalue()


def of_stream(text: str, *more: str, keys: str = "", fonts: str = "", resources: str = "") -> bytes:
    """Return a PDF of one page of 400 by 400 points, whose content stream is `text`, set in Times as /F.

    `keys` are further entries of the page, `fonts` and `resources` what it uses besides, and `more` further objects,
    from number 6 on.
    """
    page = (
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 400 400] /Contents 4 0 R"
        f" /Resources <</Font <</F 5 0 R {fonts}>> {resources}>> {keys}>>"
    )
    stream = f"<</Length {len(text) + 1}>>\nstream\n{text}\nendstream"
    font = "<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding>>"
    return of_objects(CATALOG, PAGES, page, stream, font, *more)


def flate(data: bytes, keys: str = "") -> str:
    """Return a stream object that holds `data` compressed, with further `keys`."""
    return _stream(zlib.compress(data, 9), keys)


def flate_bomb(block: bytes, times: int) -> str:
    """Return a stream object that unfolds to `block` again and again, without ever having it all."""
    packer = zlib.compressobj(9)
    head = packer.compress(b"") + packer.flush(zlib.Z_FULL_FLUSH)
    piece = packer.compress(block) + packer.flush(zlib.Z_FULL_FLUSH)
    return _stream(head + piece * times, "")


def _stream(data: bytes, keys: str) -> str:
    return f"<</Length {len(data)} /Filter /FlateDecode {keys}>>\nstream\n{data.decode('latin-1')}\nendstream"


def of_contents(contents: str, *more: str, catalog: str = "", page: str = "") -> bytes:
    """Return a PDF of one page with the stream object `contents`.

    Its font is /F, and further objects count from 6 on, the first of which is its picture or form /X. `catalog` and
    `page` are further entries of these.
    """
    return of_objects(
        f"<</Type /Catalog /Pages 2 0 R {catalog}>>",
        PAGES,
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R"
        f" /Resources <</Font <</F 5 0 R>> /XObject <</X 6 0 R>>>> {page}>>",
        contents,
        "<</Type /Font /Subtype /Type1 /BaseFont /Times-Roman>>",
        *(more or ("null",)),
    )


WORDS = b"BT /F 10 Tf 50 200 Td (Some words of a page, and no more.) Tj ET "
