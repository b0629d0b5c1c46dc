"""The hash tree is RFC 6962's, by its own definition and by the log community's test vectors."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.store import merkle

LEAVES = [
    bytes.fromhex(leaf)
    for leaf in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]

ROOTS = (
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)
"""Roots over the first 0 to 8 of LEAVES, as Certificate Transparency's implementations are tested with."""


def grown(bodies: list[bytes]) -> tuple[bytes, ...]:
    frontier: tuple[bytes, ...] = ()
    for size, body in enumerate(bodies):
        frontier = merkle.append(size, frontier, merkle.leaf(body))
    return frontier


def defined(bodies: list[bytes]) -> bytes:
    """RFC 6962, section 2.1, word for word."""
    if not bodies:
        return hashlib.sha256(b"").digest()
    if len(bodies) == 1:
        return merkle.leaf(bodies[0])
    split = 1 << (len(bodies) - 1).bit_length() - 1
    return merkle.node(defined(bodies[:split]), defined(bodies[split:]))


@pytest.mark.parametrize("size", range(9))
def test_the_roots_are_those_that_other_logs_have(size: int) -> None:
    assert merkle.root(grown(LEAVES[:size])).hex() == ROOTS[size]


@given(st.lists(st.binary(max_size=4), max_size=70))
def test_the_frontier_gives_the_root_of_the_definition(bodies: list[bytes]) -> None:
    assert merkle.root(grown(bodies)) == defined(bodies)


@given(st.integers(0, 70))
def test_a_frontier_has_a_hash_for_each_bit_of_the_size(size: int) -> None:
    frontier = grown([b""] * size)

    assert len(frontier) == size.bit_count()
    assert merkle.unpacked(merkle.packed(frontier)) == frontier
