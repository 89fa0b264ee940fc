"""Who may read the preview: this machine, and with `inv serve --lan` who has its key.

The preview holds drafts. A page of another site could have its own name point to this machine and read them (DNS
rebinding), so a request that names another host is refused. In a network everybody could read them, so another machine
first shows the key, which stands in the address that `inv serve` prints; its browser keeps it until `inv serve` ends.
"""

import secrets
import socket
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from typing import NamedTuple

HOST = "127.0.0.1"
COOKIE = "preview"
"""The name of the cookie that holds the key."""

_EVERYWHERE = "0.0.0.0"  # noqa: S104  who asked for --lan is to be heard from the network, with the key
_NOWHERE = ("192.0.2.1", 9)  # an address of documentation (RFC 5737); nothing is sent there


class Audience(NamedTuple):
    """This machine alone, or also who comes to its `address` in the network with the `key`."""

    address: str = ""
    key: str = ""

    @property
    def listens_at(self) -> str:
        """The address at which the server listens."""
        return _EVERYWHERE if self.address else HOST

    def is_named(self, host: str) -> bool:
        """Whether `host`, from a request, is a name of this machine."""
        return host in (HOST, "localhost") or bool(self.address and host == self.address)

    def admits(self, client: str, cookies: str) -> bool:
        """Whether the machine `client` may read: it is this one, or sends the key as a cookie."""
        if not self.key or ip_address(client).is_loopback:
            return True
        try:
            shown = SimpleCookie(cookies).get(COOKIE)
        except CookieError:
            return False
        return bool(shown and secrets.compare_digest(shown.value.encode(), self.key.encode()))


def network_audience() -> Audience:
    """Return this machine's address in its network, with a new key. Raises OSError where it is in none."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way:
        way.connect(_NOWHERE)
        return Audience(way.getsockname()[0], secrets.token_urlsafe(9))
