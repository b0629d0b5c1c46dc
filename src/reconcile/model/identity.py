"""Identifiers that follow from content, so that a rebuild gives the same ones."""

import hashlib

DIGITS = 32
"""Hexadecimal digits kept of SHA-256: 128 bits, so that a billion claims collide with probability below 1e-20."""

SEPARATOR = "\x1f"
"""ASCII unit separator: stands in no identifier, path or number, so that ("a", "bc") and ("ab", "c") differ."""


def identifier(*parts: str | int) -> str:
    """Return the identifier of ``parts``: the first 32 hexadecimal digits of SHA-256 over them, in order."""
    joined = SEPARATOR.join(str(part) for part in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]
