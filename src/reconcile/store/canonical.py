"""The one way to write a ledger entry's body as bytes.

Bodies hold strings, integers, booleans, null, lists and objects with ASCII keys, and no floats; within that, plain
``json.dumps`` gives the bytes of RFC 8785 (JSON Canonicalization Scheme), so that anybody can hash them again.
"""

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from reconcile.model import ReconcileError

LARGEST = 2**53 - 1
"""The largest integer that every JSON reader holds exactly (RFC 8785, section 3.2.2.3)."""

Value: TypeAlias = "str | int | bool | Sequence[Value] | Mapping[str, Value] | None"


def encode(value: Mapping[str, Value]) -> bytes:
    """Return the canonical bytes of ``value``. Raises ReconcileError for what a body may not hold."""
    check(value)
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)
    return text.encode("utf-8")


def check(value: object) -> None:
    """Raise ReconcileError when ``value``, or anything in it, may not stand in a ledger entry."""
    if isinstance(value, str):
        storable(value)
    elif isinstance(value, int):
        within(value)
    elif isinstance(value, Mapping):
        for key, item in value.items():
            named(key)
            check(item)
    elif isinstance(value, list | tuple):
        for item in value:
            check(item)
    elif value is not None:
        raise ReconcileError(f"a ledger entry cannot hold {value!r}: {type(value).__name__} is not one of its types")


def within(value: int) -> None:
    """Raise ReconcileError for an integer that some JSON reader would round."""
    if abs(value) > LARGEST:
        raise ReconcileError(f"a ledger entry cannot hold {value}: integers end at {LARGEST}")


def named(key: object) -> None:
    """Raise ReconcileError for a key whose place in the order could depend on who sorts it."""
    if not isinstance(key, str) or not key.isascii():
        raise ReconcileError(f"a ledger entry cannot have the key {key!r}: keys are ASCII")
    storable(key)


def storable(text: str) -> str:
    """Return ``text``. Raises ReconcileError for what no database can hold: U+0000 and lone surrogates."""
    if "\0" in text:
        raise ReconcileError(f"text with U+0000 cannot be stored: {excerpt(text, text.index(chr(0)))}")
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError as error:
            raise ReconcileError(
                f"text with half a character (a lone surrogate) cannot be stored: {excerpt(text, error.start)}"
            ) from error
    return text


def excerpt(text: str, place: int) -> str:
    """Return what stands around ``place``, escaped, so that a message can carry it."""
    return ascii(text[max(0, place - 20) : place + 20])
