"""The setting PUBLISH_TO → the target that it names."""

from pathlib import Path

from broadsheet.model.errors import PublishError
from broadsheet.model.finding import Finding
from broadsheet.press.paper.conf import PUBLISH_SETTINGS, TARGET
from broadsheet.publishing.branch import Branch
from broadsheet.publishing.folder import Folder
from broadsheet.publishing.rsync import RsyncFolder
from broadsheet.publishing.served_folder import FileStore, ServedFolder
from broadsheet.publishing.target import Target
from broadsheet.publishing.tools import failure

_LIKE_THESE = f'{TARGET} = "branch:origin/gh-pages", "folder:/srv/www/paper", "rsync:user@host:/srv/www/paper" or "s3:bucket"'


def target_of(setting: str) -> Target:
    """Return the target that PUBLISH_TO names: its kind, a colon, and its place. Raises PublishError for any other text."""
    kind, _, place = setting.partition(":")
    match kind:
        case "branch" if all(place.partition("/")):
            remote, _, branch = place.partition("/")
            return Branch(remote, branch)
        case "folder" if place:
            return ServedFolder(f"folder {place}", Folder(Path(place).expanduser()))
        case "rsync" if place:
            return ServedFolder(place, RsyncFolder(place))
        case "s3" if place.strip("/"):
            bucket, _, prefix = place.strip("/").partition("/")
            return ServedFolder(f"bucket {place}", _bucket(bucket, prefix))
    message = f"{TARGET} names no target: “{setting}”" if setting else f"{TARGET} is empty"
    raise PublishError(Finding(code="no-target", path=PUBLISH_SETTINGS, message=message, hint=_LIKE_THESE))


def _bucket(name: str, prefix: str) -> FileStore:
    try:
        from broadsheet.publishing.bucket import Bucket  # noqa: PLC0415  an extra that most papers need not install
    except ImportError as error:
        raise failure(f"s3:{name}", "obstore is not installed", 'pip install "broadsheet[s3]"') from error
    return Bucket(name, prefix)
