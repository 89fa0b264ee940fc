"""What a target of `inv publish` can do."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Protocol

from broadsheet.publishing.changes import Changes


class PublishedSite(Protocol):
    """A site that readers have; `name` is for messages. Every method raises PublishError."""

    @property
    def name(self) -> str:
        """What messages call it."""

    def published(self) -> Mapping[str, str]:
        """Return the digests of the files that are published, by path."""

    def read(self, paths: Sequence[str]) -> Mapping[str, bytes]:
        """Return the bytes of published files; one that is missing is left out."""


class Target(PublishedSite, Protocol):
    """Where readers get the site."""

    def send(self, output: Path, changes: Changes, made: Mapping[str, str]) -> None:
        """Make the published site that of `output`, whose files have the digests `made`; `changes` is what differs."""
