"""Front matter: the facts about a document that stand in its own first lines, in YAML or TOML."""

import tomllib
from collections.abc import Mapping
from typing import NamedTuple

import yaml

from reconcile.read.line import Line, lines

FENCES: Mapping[str, tuple[str, tuple[str, ...]]] = {"---": ("YAML", ("---", "...")), "+++": ("TOML", ("+++",))}
"""What opens front matter, its language, and what closes it."""


MOST_BRACKETS = 500
"""Brackets and braces of front matter. Opened one in the other, 15,000 of them keep the parser busy for 1.3 s."""


class Front(NamedTuple):
    """Front matter: what it says, where the body begins (offset and line number), what is wrong with it if anything."""

    told: Mapping[str, object]
    body: int
    line: int
    fault: str = ""


class Plain(yaml.SafeLoader):
    """YAML in which every scalar is the text as written: no dates that do not exist, no octal years, no aliases."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - the base class has no annotation for it

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse an alias, with which a kilobyte can stand for a gigabyte."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("it has an alias")
        return super().compose_node(parent, index)


def front(text: str, limit: int) -> Front:
    """Read front matter of at most ``limit`` characters at the start of ``text``; nothing if there is none."""
    every = lines(text[: limit + 1])
    first = next(every, None)
    fence = FENCES.get(first.text.rstrip()) if first else None
    if first is None or fence is None:
        return Front({}, 0, 1)
    close = next((line for line in every if line.text.rstrip() in fence[1]), None)
    if close is None:
        return Front({}, 0, 1) if len(text) <= limit else Front({}, 0, 1, f"it is longer than {limit:,} characters")
    return told(fence[0], text[first.end : close.start], close, text)


def told(language: str, inside: str, close: Line, text: str) -> Front:
    """Parse what stands between the fences."""
    after = next(lines(text, close.end), None)
    body = close.end + (2 if text[close.end : close.end + 2] == "\r\n" else 1) if after else len(text)
    if inside.count("[") + inside.count("{") > MOST_BRACKETS:
        return Front({}, body, close.number + 1, "it is nested too deep")
    try:
        found = tomllib.loads(inside.replace("\r\n", "\n")) if language == "TOML" else Plain(inside).get_single_data()
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        return Front({}, body, close.number + 1, f"it is no {language}: {reason(error)}")
    if found is None:
        return Front({}, body, close.number + 1)
    if not isinstance(found, dict):
        return Front({}, body, close.number + 1, "it is no list of keys and values")
    return Front({str(key): value for key, value in found.items()}, body, close.number + 1)


def reason(error: Exception) -> str:
    """Say in a few words what the parser stumbled over."""
    if isinstance(error, RecursionError):
        return "it is nested too deep"
    problem = getattr(error, "problem", None)
    return " ".join(str(problem or error).split())[:160]
