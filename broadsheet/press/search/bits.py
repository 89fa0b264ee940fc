"""Numbers as bits: Exp-Golomb codes for numbers of any size, Rice codes for the gaps of a sorted list.

Bits are written as text of 0 and 1, since Python joins texts in C. Exp-Golomb codes are those of H.264 (ITU-T H.264,
9.1, with order k); Rice codes are those of R. Rice (JPL Publication 79-22, 1979).
"""

from collections.abc import Iterable, Sequence
from functools import cache
from operator import sub


@cache
def exp_golomb(number: int, order: int = 0) -> str:
    """Return the Exp-Golomb code of a number from 0 on; numbers below 2^`order` have the shortest ones."""
    high = f"{(number >> order) + 1:b}"
    return f"{'0' * (len(high) - 1)}{high}{_plain(number, order)}"


def _plain(number: int, count: int) -> str:
    """Return the last `count` bits of a number."""
    return f"{number & ((1 << count) - 1) | 1 << count:b}"[1:]


class _Rice(dict[int, str]):
    """The Rice codes of numbers from 0 on, each made once; `order` is the number of plain bits."""

    def __init__(self, order: int) -> None:
        self._order = order

    def __missing__(self, number: int) -> str:
        code = self[number] = f"{'1' * (number >> self._order)}0{_plain(number, self._order)}"
        return code


_rice = cache(_Rice)


def rice_order(count: int, universe: int) -> int:
    """Return the best order for `count` numbers spread evenly below `universe`: their mean gap times ln 2, about 11/16."""
    return max(0, (11 * universe // (16 * count)).bit_length() - 1)


def sorted_list(numbers: Sequence[int], universe: int) -> str:
    """Return the code of at least one number, sorted, all different and below `universe`: how many, then their gaps."""
    count, codes = _list_codes(len(numbers), universe)
    if len(numbers) == 1:  # as most lists
        return count + codes[numbers[0]]
    gaps = map(sub, numbers, (-1, *numbers))
    return count + "".join([codes[gap - 1] for gap in gaps])


@cache
def _list_codes(count: int, universe: int) -> tuple[str, _Rice]:
    return exp_golomb(count - 1), _rice(rice_order(count, universe))


def packed_bits(parts: Iterable[str]) -> bytes:
    """Return bits as bytes, the last one filled with zeros."""
    bits = "".join(parts)
    size = -(-len(bits) // 8)
    return int(bits.ljust(size * 8, "0") or "0", 2).to_bytes(size)
