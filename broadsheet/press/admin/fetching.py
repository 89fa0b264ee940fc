"""The command `inv admin`: fetch from npm what the page /admin/ needs, once for each version."""

import subprocess
import sys
import tarfile
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from broadsheet.model.errors import BroadsheetError, PressError, raise_if_any, told
from broadsheet.model.finding import Finding
from broadsheet.press.admin.vendored import ADMIN, PACKAGES, Package, is_whole


def fetch_admin() -> int:
    """Fetch the files into admin/, with the npm of this machine. Return 0, or 1 after printing why there are none."""
    try:
        fetched = {path: data for package in PACKAGES for path, data in _files_of(package)}
    except (BroadsheetError, OSError) as error:
        print(told(error), file=sys.stderr)
        return 1
    for path, data in fetched.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    size = sum(map(len, fetched.values()))
    print(f"{ADMIN}/: {len(fetched)} files, {size / 1_000_000:.1f} MB; commit them, and set ADMIN")
    return 0


def _files_of(package: Package) -> Iterator[tuple[Path, bytes]]:
    """Yield the files of `package` with their paths. Raises PressError where npm has others than are known."""
    name = f"{package.name}@{package.version}"
    with TemporaryDirectory() as folder:
        command = ("npm", "pack", "--silent", "--ignore-scripts", "--pack-destination", folder, name)
        try:
            subprocess.run(command, check=True, capture_output=True)
        except (FileNotFoundError, subprocess.CalledProcessError) as error:
            hint = "it needs npm (apt-get install npm) and a connection, once"
            raise PressError(Finding("no-npm", name, f"npm cannot fetch it: {error}", hint)) from error
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            for vendored in package.files:
                member = archive.extractfile(f"package/{vendored.source}")
                data = member.read() if member else b""
                message = "npm gave other bytes than Broadsheet knows; nothing was written"
                hint = "try again; if it stays so, do not use what npm gives"
                wrong = [] if is_whole(data, vendored) else [Finding("other-bytes", name, message, hint)]
                raise_if_any(PressError, wrong)
                yield Path(ADMIN, vendored.file), data
