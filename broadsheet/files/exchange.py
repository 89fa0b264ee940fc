"""Exchanging two folders in one moment: whoever opens a path finds the one or the other, and never none."""

import errno
import os
import sys
from pathlib import Path

# Of the system or the file system: it knows no exchange, or the folder is a mount point.
_CANNOT = frozenset(
    {errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.EBUSY, errno.ENOTSUP, errno.EPERM, errno.EACCES}
)
_AT_WORKING_FOLDER = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE of renameat2(2), in Linux since 3.15


def exchange(folder: Path, other: Path) -> bool:
    """Give each of the two folders the path of the other; return False where this system cannot.

    Raises OSError where another thing keeps it from it, such as a folder that is missing.
    """
    import ctypes  # noqa: PLC0415  slow to load, and most builds change nothing

    renameat2 = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if renameat2 is None:
        return False
    sys.audit("os.rename", str(folder), str(other), -1, -1)
    paths = (_AT_WORKING_FOLDER, os.fsencode(folder), _AT_WORKING_FOLDER, os.fsencode(other))
    if renameat2(*paths, _EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(folder), None, str(other))
