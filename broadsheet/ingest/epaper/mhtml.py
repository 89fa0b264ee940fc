"""MHTML: a web page and all that it shows in one file (RFC 2557), as browsers save it."""

import email.policy
import hashlib
import mimetypes
from collections.abc import Mapping
from email.message import EmailMessage, Message
from email.parser import BytesParser
from email.utils import collapse_rfc2231_value
from typing import NamedTuple

from broadsheet.model.errors import SourceError
from broadsheet.model.finding import Finding

HTML = "text/html"


class Part(NamedTuple):
    """A file of a saved page: its media type, its bytes, and the name of its encoding, empty where none is given."""

    media_type: str
    data: bytes
    charset: str = ""


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return `files`, by where they lie, the page first, as one file. The same files give the same bytes."""
    message = EmailMessage(email.policy.SMTP)
    message["MIME-Version"] = "1.0"
    message["Content-Type"] = f'multipart/related; type="{HTML}"'
    digest = hashlib.sha256()
    for location, data in files.items():
        kind = mimetypes.guess_type(location)[0] or "application/octet-stream"
        part = EmailMessage(email.policy.SMTP)
        main, sub = kind.split("/")
        part.set_content(data, maintype=main, subtype=sub, cte="base64")
        part["Content-Location"] = location
        message.attach(part)
        digest.update(location.encode() + b"\0" + hashlib.sha256(data).digest())
    message.set_boundary(f"page-{digest.hexdigest()}")
    return message.as_bytes()


def unpack(path: str, data: bytes) -> dict[str, Part]:
    """Return the files in the MHTML file `data`, which was read from `path`, by where they lie.

    Raises SourceError for a file without a web page.
    """
    message = BytesParser(policy=email.policy.default).parsebytes(data)
    parts = {
        str(part.get("Content-Location", "")): Part(
            part.get_content_type(), _bytes_of(part), collapse_rfc2231_value(part.get_param("charset", ""))
        )
        for part in message.walk()
        if not part.is_multipart()
    }
    if not any(part.media_type == HTML for part in parts.values()):
        message_ = "this is no saved page (MHTML): it holds no web page"
        raise SourceError(Finding(code="no-text", path=path, message=message_, hint="save the page anew"))
    return parts


def _bytes_of(part: Message) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""
