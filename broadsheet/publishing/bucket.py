"""A bucket of an object store that speaks S3 (Amazon, R2, MinIO and others), as a store of files.

obstore talks to it, and not s3fs, which brings the whole of Amazon's client and an event loop along: one library of
16 MB without dependencies against thirty packages. Keys and the store's address come from the environment, as with
Amazon's own tools: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import groupby
from mimetypes import MimeTypes
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import obstore
from obstore.exceptions import BaseError
from obstore.store import S3Store

from broadsheet.publishing.tools import failure

if TYPE_CHECKING:
    from obstore.store import RetryConfig

T = TypeVar("T")
U = TypeVar("U")

_AT_A_TIME = 16  # a file is a request, and takes as long as its way there and back
_RETRIES: "RetryConfig" = {"max_retries": 3, "retry_timeout": dt.timedelta(seconds=30)}
_HINT = "look at AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION and AWS_ENDPOINT_URL; then again: inv publish"

# Without the system's tables, so that every machine says the same.
_TYPES = MimeTypes()
for _ending, _type in {
    ".avif": "image/avif",
    ".bin": "application/octet-stream",
    ".epub": "application/epub+zip",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}.items():
    _TYPES.add_type(_type, _ending)
_FEEDS = {
    "feed.xml": "application/atom+xml",
    "rss.xml": "application/rss+xml",
    "feed.json": "application/feed+json",
}
_IS_TEXT = re.compile(r"text/|application/(?:.*\+)?(?:json|xml)|.*javascript|image/svg")

# How long browsers and proxies may keep a file, in seconds. A page may change with each publish, and its style sheet
# with it; a photo seldom does; the address of a segment of the search index is new with its bytes.
_SEGMENT = re.compile(r"search/[\d-]+-[^/]+/")
_SOON, _DAY = "public, max-age=300", "public, max-age=86400"
_FOR_EVER = "public, max-age=31536000, immutable"
_PICTURE = re.compile(r"image/(?!svg)|font/")


class Bucket:
    """The bucket `name`, and in it what begins with `prefix`, which may be empty. It must exist."""

    def __init__(self, name: str, prefix: str) -> None:
        self._place = f"s3:{name}/{prefix}".rstrip("/")
        with self._told():
            self._store = S3Store(name, prefix=prefix or None, retry_config=_RETRIES)

    def get(self, paths: Sequence[str]) -> Mapping[str, bytes]:
        """Return the bytes of files; one that is missing is left out."""
        with self._told():
            found = zip(paths, self._each(self._get, paths), strict=True)
            return {path: data for path, data in found if data is not None}

    def put(self, source: Path, paths: Sequence[str]) -> None:
        """Copy files from below `source`, those in the same depth of folders at a time; each takes its place at once."""
        with self._told():
            for _, group in groupby(paths, key=lambda path: path.count("/")):
                self._each(lambda path: self._put(source, path), list(group))

    def delete(self, paths: Sequence[str]) -> None:
        """Delete files; a bucket has no folders."""
        with self._told():
            obstore.delete(self._store, list(paths))

    def _get(self, path: str) -> bytes | None:
        try:
            return bytes(obstore.get(self._store, path).bytes())
        except FileNotFoundError:
            return None

    def _put(self, source: Path, path: str) -> None:
        obstore.put(self._store, path, (source / path).read_bytes(), attributes=attributes_of(path))

    def _each(self, work: Callable[[T], U], items: Iterable[T]) -> list[U]:
        """Return what `work` makes of each of `items`, some at a time; after an error no more are begun."""
        pool = ThreadPoolExecutor(_AT_A_TIME)
        try:
            return list(pool.map(work, items))
        finally:
            pool.shutdown(cancel_futures=True)

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (BaseError, OSError, ValueError) as error:
            raise failure(self._place, str(error).strip().partition("\n")[0], _HINT) from error


def attributes_of(path: str) -> dict[str, str]:
    """Return the headers with which the store serves the file at `path`: its type, and how long it may be kept."""
    name = path.rpartition("/")[2]
    media_type = _FEEDS.get(name) or _TYPES.guess_type(name)[0] or "application/octet-stream"
    charset = "; charset=utf-8" if _IS_TEXT.match(media_type) else ""
    kept = _FOR_EVER if _SEGMENT.match(path) else _DAY if _PICTURE.match(media_type) else _SOON
    return {"Content-Type": f"{media_type}{charset}", "Cache-Control": kept}
