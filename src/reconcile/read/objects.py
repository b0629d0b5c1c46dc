"""Scans JSON lines, one object to a line, and keeps where each value stands."""

import json
import re
from collections.abc import Iterator
from typing import NamedTuple

SPACE = re.compile(r"[ \t\r\n]*")


class Value(NamedTuple):
    """A value as text, where it stands in the line (inside the quotes of a string), and whether it is one at all.

    ``scalar`` is False for lists, objects, true and false, which are no field of a claim.
    """

    value: str
    start: int
    end: int
    scalar: bool = True


class BadLineError(ValueError):
    """The line is no JSON object: a code of ``FAULTS``, and why."""

    def __init__(self, message: str, code: str = "row-json") -> None:
        super().__init__(message)
        self.code = code


def constant(name: str) -> object:
    """Refuse NaN and Infinity, which JSON does not have."""
    raise BadLineError(f"{name} is no number")


DECODER = json.JSONDecoder(parse_constant=constant, parse_int=str, parse_float=str)
"""Numbers stay as written: no overflow, no rounding, no time spent on five thousand digits."""


def members(line: str) -> dict[str, Value]:
    """Return the members of the object that ``line`` is, by key.

    :raises BadLineError: where it is no object, or names a key twice
    """
    found: dict[str, Value] = {}
    at = skip(line, 0)
    if not line.startswith("{", at):
        raise BadLineError("it is no object", "row-not-object")
    try:
        for key, value in pairs(line, at + 1):
            if key in found:
                raise BadLineError(f"the key {key[:60]!r} stands there twice")
            found[key] = value
    except RecursionError:
        raise BadLineError("it is nested too deep") from None
    except json.JSONDecodeError as error:
        raise BadLineError(f"it is no JSON at character {error.pos + 1}") from error
    except StopIteration as error:
        raise BadLineError("it is no JSON") from error
    return found


def pairs(line: str, at: int) -> Iterator[tuple[str, Value]]:
    """Yield the keys and values of an object that is opened before ``at``, and see that nothing follows it."""
    at = skip(line, at)
    closed = line.startswith("}", at)
    while not closed:
        expect(line, at, '"')
        key, at = DECODER.raw_decode(line, at)
        at = expect(line, skip(line, at), ":")
        value, at = value_at(line, skip(line, at))
        yield key, value
        at = skip(line, at)
        closed = line.startswith("}", at)
        at = at if closed else skip(line, expect(line, at, ","))
    if skip(line, at + 1) < len(line):
        raise json.JSONDecodeError("something follows", line, skip(line, at + 1))


def value_at(line: str, at: int) -> tuple[Value, int]:
    """Return the value that begins there, and the offset after it."""
    if line.startswith('"', at):
        told, after = DECODER.raw_decode(line, at)
        return Value(told, at + 1, after - 1), after
    found, after = DECODER.raw_decode(line, at)
    if found is None:
        return Value("", at, after), after
    return Value(found if isinstance(found, str) else "", at, after, isinstance(found, str)), after


def skip(line: str, at: int) -> int:
    """Return the offset of the next character that is no white space."""
    found = SPACE.match(line, at)
    return found.end() if found else at


def expect(line: str, at: int, sign: str) -> int:
    """Return the offset after ``sign``, which must stand there."""
    if not line.startswith(sign, at):
        raise json.JSONDecodeError(f"{sign} is missing", line, at)
    return at + 1
