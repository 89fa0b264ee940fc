"""The addresses that articles have left: moved to another one, or withdrawn."""

import datetime as dt
from collections.abc import Iterator, Mapping

import msgspec


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """A page that has left `address` for the address `to`; both are paths on the site: `/2024-04-15/01/03/`."""

    address: str
    to: str


class Withdrawal(msgspec.Struct, frozen=True, kw_only=True):
    """A page that was withdrawn from `address` on the day `date`; `text` says why, in the paper's language."""

    address: str
    date: dt.date
    text: str


class LeftAddresses(msgspec.Struct, frozen=True, kw_only=True):
    """The contents of `content/addresses.yaml`: what has moved and what was withdrawn."""

    moved: tuple[Move, ...] = ()
    withdrawn: tuple[Withdrawal, ...] = ()

    @property
    def all(self) -> tuple[str, ...]:
        """Every address that was left."""
        moved, withdrawn = (move.address for move in self.moved), (entry.address for entry in self.withdrawn)
        return (*moved, *withdrawn)


def destinations(moves: Mapping[str, str]) -> dict[str, str]:
    """Return where each moved address leads in the end; `moves` maps addresses to the next ones, without loops."""
    return {address: _last(address, moves) for address in moves}


def loops(moves: Mapping[str, str]) -> Iterator[str]:
    """Yield the addresses of `moves` from which one comes to no end."""
    for address in moves:
        seen, here = {address}, moves[address]
        while here in moves and here not in seen:
            seen.add(here)
            here = moves[here]
        if here in seen:
            yield address


def with_move(left: LeftAddresses, moves: Mapping[str, str]) -> LeftAddresses:
    """Return `left` with the moves of articles that readers had: chains are cut short, and new addresses are not left.

    `moves` maps old addresses to new ones.
    """
    now = set(moves.values())
    before = {move.address: moves.get(move.to, move.to) for move in left.moved}
    known = {address: to for address, to in {**before, **moves}.items() if address not in now}
    return LeftAddresses(
        moved=tuple(Move(address=address, to=to) for address, to in sorted(known.items())),
        withdrawn=tuple(entry for entry in left.withdrawn if entry.address not in {*now, *moves}),
    )


def with_withdrawals(left: LeftAddresses, entries: tuple[Withdrawal, ...]) -> LeftAddresses:
    """Return `left` with more withdrawals; an address that was moved or withdrawn before is in it once."""
    gone = {entry.address for entry in entries}
    before = (entry for entry in left.withdrawn if entry.address not in gone)
    return LeftAddresses(
        moved=tuple(move for move in left.moved if move.address not in gone),
        withdrawn=tuple(sorted((*before, *entries), key=lambda entry: entry.address)),
    )


def _last(address: str, moves: Mapping[str, str]) -> str:
    while address in moves:
        address = moves[address]
    return address
