"""However articles move about, each address that one has left leads to where that article is."""

import datetime as dt

from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model.left_addresses import (
    LeftAddresses,
    Withdrawal,
    destinations,
    loops,
    with_move,
    with_withdrawals,
)

ADDRESSES = [f"/2024-04-15/01/{order:02d}/" for order in range(1, 7)]
DAY = dt.date(2024, 5, 1)
STEPS = st.lists(st.tuples(st.sampled_from(ADDRESSES), st.sampled_from([*ADDRESSES, ""])), max_size=30)


@given(STEPS)
def test_every_address_leads_to_the_article_that_left_it_last(steps: list[tuple[str, str]]) -> None:
    at = {address: number for number, address in enumerate(ADDRESSES[:3])}
    left_by: dict[str, int] = {}
    addresses = LeftAddresses()
    for old, new in steps:
        if old not in at or new in at:
            continue
        article = at.pop(old)
        left_by[old] = article
        if new:
            at[new] = article
            left_by.pop(new, None)
            addresses = with_move(addresses, {old: new})
        else:
            entry = Withdrawal(address=old, date=DAY, text="误刊。")
            addresses = with_withdrawals(addresses, (entry,))
    moves = {move.address: move.to for move in addresses.moved}
    withdrawn = {entry.address for entry in addresses.withdrawn}
    assert set(addresses.all) == left_by.keys()
    assert not set(moves.values()) & moves.keys(), "a chain is left"
    assert destinations(moves) == moves
    now = {article: address for address, article in at.items()}
    for address, article in left_by.items():
        if article in now:
            assert moves[address] == now[article]
        else:
            assert address in withdrawn or moves[address] in withdrawn


@given(st.dictionaries(st.sampled_from(ADDRESSES), st.sampled_from(ADDRESSES)))
def test_a_circle_is_found_and_what_leads_into_one(moves: dict[str, str]) -> None:
    found = set(loops(moves))
    for address in moves:
        here = address
        for _ in moves:
            here = moves.get(here, "")
        assert (address in found) == bool(moves.get(here, ""))
