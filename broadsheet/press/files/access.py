"""Who may read the site: everybody, since it is published."""

import os
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def readable_by_all() -> Iterator[None]:
    """Make files with mode 0644 and folders with 0755 while the body runs, here and in processes that it starts.

    A web server runs as another user, and could not read the files of a desk whose umask is 077.
    """
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)
