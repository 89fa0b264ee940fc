"""What the page /admin/ takes from npm, each file known by its digest: it lies in the project's folder admin/."""

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from broadsheet.model.errors import PressError, raise_if_any
from broadsheet.model.finding import Finding

ADMIN = "admin"
"""The project's folder with the files, and the address of the page: /admin/."""


class Vendored(NamedTuple):
    """A file of a package on npm: its path there, its path in admin/, and its digest (SHA-256)."""

    source: str
    file: str
    digest: str


class Package(NamedTuple):
    """A package on npm, its version, and the files that are taken from it."""

    name: str
    version: str
    files: tuple[Vendored, ...]


PACKAGES = (
    Package(
        "@sveltia/cms",
        "0.221.1",
        (
            Vendored(
                "dist/sveltia-cms.js",
                "sveltia-cms.js",
                "2fc783907e1a4a70783f155cc28435c70b8f79792f2aab75e787984e84aa413a",
            ),
            Vendored(
                "locales/zh-CN.json",
                "locales/zh-CN.json",
                "d7614d8608207066a1aa144e4cc64bd14a244e31681c60ac60b375ab311f28c7",
            ),
            Vendored(
                "locales/zh-TW.json",
                "locales/zh-TW.json",
                "55fbadd7b49fcd5e98aa8b791a238f4f39a0f8efc4413398cd5a5f2024e740d2",
            ),
            Vendored(
                "LICENSE.txt",
                "LICENSE-sveltia-cms.txt",
                "dcbe3c626d85741f6fabefed0b34d07a2e92c032f63aa21c0279062363859c32",
            ),
        ),
    ),
    Package(
        "@fontsource-variable/material-symbols-outlined",
        "5.3.7",
        (
            Vendored(
                "files/material-symbols-outlined-latin-wght-normal.woff2",
                "icons.woff2",
                "98db9feefa170bf76e9c19d19af6dd62054165efc89c4b506c361e069719e884",
            ),
            Vendored(
                "LICENSE",
                "LICENSE-icons.txt",
                "18aabf190848725e2576eefb5c29ba06aac1029d02132252a7f312eac2e50cf3",
            ),
        ),
    ),
)


def is_whole(data: bytes, vendored: Vendored) -> bool:
    """Whether `data` are the bytes of the file."""
    return sha256(data).hexdigest() == vendored.digest


def read_vendored(folder: Path) -> dict[str, bytes]:
    """Return the bytes of all files in `folder` by their paths there. Raises PressError for each that is another one."""
    files = [vendored for package in PACKAGES for vendored in package.files]
    found = {one.file: path.read_bytes() for one in files if (path := folder / one.file).is_file()}
    raise_if_any(
        PressError,
        [
            Finding(
                code="no-admin",
                path=str(folder / one.file),
                message="ADMIN needs this file, and it is missing or another one",
                hint="to fetch all of them: inv admin",
            )
            for one in files
            if not is_whole(found.get(one.file, b""), one)
        ],
    )
    return found
