"""Calls that leave the project and may fail: those of git, and requests to an object store."""

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import obstore
from obstore.exceptions import GenericError
from obstore.store import S3Store

from broadsheet.publishing import bucket

REQUEST_KINDS = ("killed before", "killed after", "fails before", "fails after")
"""How a call fails: the command is killed or gets an error, and the call was not made or has done its work."""

GIT_KINDS = (*REQUEST_KINDS, "disk full")

_GIT = """#!/bin/sh
echo "$@" >> {calls}
[ "$(wc -l < {calls})" = {failing} ] || exec {git} "$@"
case "{kind}" in
    "killed before") kill -9 $PPID ;;
    "killed after") {git} "$@"; kill -9 $PPID ;;
    "fails before") echo "fatal: no route to host" >&2; exit 128 ;;
    "fails after") {git} "$@"; echo "fatal: the remote end hung up" >&2; exit 128 ;;
    "disk full") ulimit -f 0; exec {git} "$@" ;;
esac
"""


class Git:
    """Calls of the command git; `kind` is one of GIT_KINDS."""

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.first = GIT_KINDS.index(kind)

    def watch(self, folder: Path, failing: int) -> None:
        """Put a git before the real one, which counts and fails."""
        self.calls = folder / "calls"
        script = folder / "bin/git"
        script.parent.mkdir()
        git = shutil.which("git", path=os.defpath)
        text = _GIT.format(calls=self.calls, failing=failing, kind=self.kind, git=git)
        script.write_text(text, encoding="utf-8")
        script.chmod(0o755)
        os.environ["PATH"] = os.pathsep.join((str(script.parent), os.environ["PATH"]))

    @property
    def operations(self) -> list[str]:
        return [f"git {line}" for line in self.calls.read_text("utf-8").splitlines()]

    def leave(self) -> None:
        """The git stays: it fails once."""


class Requests:
    """Requests to the object store at `server`; `kind` is one of REQUEST_KINDS."""

    def __init__(self, kind: str, server: str) -> None:
        self.kind = kind
        self.server = server
        self.first = REQUEST_KINDS.index(kind)

    def watch(self, folder: Path, failing: int) -> None:
        """Fill a bucket, named as `folder` is, with what is in its folder `served`."""
        os.environ.update(environment(self.server), BUCKET=bucket_of(folder))
        urlopen(Request(f"{self.server}/{bucket_of(folder)}", method="PUT")).close()
        store = S3Store(bucket_of(folder))
        for file in filter(Path.is_file, (folder / "served").rglob("*")):
            obstore.put(store, file.relative_to(folder / "served").as_posix(), file.read_bytes())
        self.operations: list[str] = []
        self.failing = failing
        bucket._AT_A_TIME = 1  # so that each run makes the same requests in the same order
        for name in ("get", "put", "delete"):
            setattr(obstore, name, self._counted(name, getattr(obstore, name)))

    def leave(self) -> None:
        self.failing = 0

    def _counted(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        def call(store: S3Store, paths: object, *more: object, **named: object) -> object:
            self.operations.append(f"{name} {paths}")
            is_last = len(self.operations) == self.failing
            if is_last and "before" in self.kind:
                self._fail()
            done = work(store, paths, *more, **named)
            if is_last:
                self._fail()
            return done

        return call

    def _fail(self) -> None:
        if "killed" in self.kind:
            os.kill(os.getpid(), signal.SIGKILL)
        raise GenericError("connection reset by peer")


def environment(server: str) -> dict[str, str]:
    """Return the variables that lead to the object store at `server`."""
    return {
        "AWS_ACCESS_KEY_ID": "key",
        "AWS_SECRET_ACCESS_KEY": "secret",
        "AWS_REGION": "us-east-1",
        "AWS_ENDPOINT_URL": server,
        "AWS_ALLOW_HTTP": "true",
    }


def bucket_of(folder: Path) -> str:
    return f"{folder.parent.name}-{folder.name}".replace("_", "-").lower()
