"""A branch of a git remote, from which GitHub Pages and its like serve a site: one commit a publish, up to a hundred.

git's own commands do it, and not ghp-import, which commits the whole site each time, changed or not, and cannot say
what would change. `git fast-import` takes only the changed files and passes none through filters or .gitignore.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from broadsheet.publishing.changes import NO_JEKYLL, Changes
from broadsheet.publishing.tools import failure, run

_COMMIT = "refs/broadsheet/published"  # holds the new commit until it is pushed
_MOST_COMMITS = (
    100  # then the branch begins anew, so that clones of it stay small: sites before are in main's history
)


class Branch:
    """The branch `branch` of the remote `remote` of the project's git repository."""

    def __init__(self, remote: str, branch: str) -> None:
        self._remote = remote
        self._branch = f"refs/heads/{branch}"
        self.name = f"branch {branch} of {remote}"

    @cached_property
    def _tip(self) -> str:
        """The id of the branch's last commit, or "" where the remote has no such branch."""
        told = run("git", "ls-remote", self._remote, self._branch, hint="look at: git remote --verbose")
        return told.decode().partition("\t")[0]

    def published(self) -> Mapping[str, str]:
        """Fetch the branch and return the ids of its files, by path; there are none where there is no branch yet.

        Raises PublishError where the remote does not answer, and for a branch that holds something else than a site.
        """
        if not self._tip:
            return {}
        run("git", "fetch", "--quiet", "--no-tags", self._remote, self._branch)
        files = dict(_files_of(run("git", "ls-tree", "-r", "-z", self._tip)))
        if NO_JEKYLL not in files:
            message = f"this branch holds something else than a site: it has no {NO_JEKYLL}"
            raise failure(self.name, message, "name a branch that does not exist yet in PUBLISH_TO")
        return files

    def read(self, paths: Sequence[str]) -> Mapping[str, bytes]:
        """Return the bytes of files of the branch."""
        return {path: run("git", "cat-file", "blob", f"{self._tip}:{path}") for path in paths}

    def send(self, output: Path, changes: Changes, _made: Mapping[str, str]) -> None:
        """Commit the changes and push the commit. Raises PublishError where the remote rejects it."""
        run("git", "fast-import", "--quiet", "--force", "--done", given=self._commit(output, changes))
        hint = "if another machine published since this began, get its commits (git pull), then: inv publish"
        # It is rejected unless the branch is still the one that was compared; "" is a branch that is not there.
        lease = f"--force-with-lease={self._branch}:{self._tip}"
        run("git", "push", "--quiet", lease, self._remote, f"{_COMMIT}:{self._branch}", hint=hint)

    def _commit(self, output: Path, changes: Changes) -> Iterator[bytes]:
        """Yield a commit in the format of git-fast-import(1)."""
        message = b"Publish " + run("git", "describe", "--always", "--dirty", "--exclude=*")
        yield b"commit %b\ncommitter %b" % (_COMMIT.encode(), _committer())
        yield _data(message)
        if self._tip and self._is_long():
            tree = run("git", "rev-parse", f"{self._tip}^{{tree}}").strip()
            yield b'M 040000 %b ""\n' % tree
        elif self._tip:
            yield b"from %b\n" % self._tip.encode()
        elif NO_JEKYLL not in changes.added:
            yield b"M 100644 inline %b\n%b" % (NO_JEKYLL.encode(), _data(b""))
        # Deletions first, since a file may make way for a folder of the same name.
        yield from (b"D %b\n" % _quoted(path) for path in changes.withdrawn)
        for path in changes.sent:
            yield b"M 100644 inline %b\n%b" % (_quoted(path), _data((output / path).read_bytes()))
        yield b"done\n"

    def _is_long(self) -> bool:
        """Whether the branch has as many commits as it should have."""
        return int(run("git", "rev-list", "--count", self._tip)) >= _MOST_COMMITS


def _committer() -> bytes:
    hint = 'git config --global user.name "…", and user.email the same way'
    return run("git", "var", "GIT_COMMITTER_IDENT", hint=hint)


def _files_of(listing: bytes) -> Iterator[tuple[str, str]]:
    """Yield the path and the id of each file in the output of `git ls-tree -z`: mode, blob and id, a tab, the path."""
    for entry in listing.split(b"\0")[:-1]:
        facts, _, path = entry.partition(b"\t")
        yield path.decode(errors="surrogateescape"), facts.split(b" ")[2].decode()


def _data(data: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(data), data)


def _quoted(path: str) -> bytes:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'.encode(errors="surrogateescape")
