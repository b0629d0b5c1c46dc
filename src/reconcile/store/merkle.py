"""The ledger's hash tree: RFC 6962, section 2.1, kept as the frontier of its perfect subtrees.

Leaves and nodes are hashed under different prefixes, so that no leaf can pass for a node.
"""

import hashlib
from collections.abc import Sequence

WIDTH = hashlib.sha256().digest_size
"""Bytes of one hash."""


def leaf(body: bytes) -> bytes:
    """Return the hash of one entry."""
    return hashlib.sha256(b"\x00" + body).digest()


def node(left: bytes, right: bytes) -> bytes:
    """Return the hash over two neighbouring subtrees."""
    return hashlib.sha256(b"\x01" + left + right).digest()


def append(size: int, frontier: Sequence[bytes], entry: bytes) -> tuple[bytes, ...]:
    """Return the frontier after the leaf hash ``entry`` joins a tree of ``size`` leaves.

    A frontier holds one hash for each bit set in ``size``, largest subtree first. Constant cost on average.
    """
    subtrees, joined = list(frontier), entry
    while size & 1:
        joined = node(subtrees.pop(), joined)
        size >>= 1
    return (*subtrees, joined)


def root(frontier: Sequence[bytes]) -> bytes:
    """Return the tree's hash: of nothing, the hash of no bytes."""
    if not frontier:
        return hashlib.sha256(b"").digest()
    joined = frontier[-1]
    for subtree in reversed(frontier[:-1]):
        joined = node(subtree, joined)
    return joined


def packed(frontier: Sequence[bytes]) -> bytes:
    """Return a frontier as the bytes that a row keeps."""
    return b"".join(frontier)


def unpacked(kept: bytes) -> tuple[bytes, ...]:
    """Return the frontier out of the bytes that a row keeps."""
    return tuple(kept[place : place + WIDTH] for place in range(0, len(kept), WIDTH))
