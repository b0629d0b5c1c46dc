"""Every rule that extraction can name is explained."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from reconcile import extract, read
from reconcile.extract import modality, polarity
from reconcile.extract.rules import UNKNOWN, meaning, meanings
from reconcile.model import Claim

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "src/reconcile/extract").rglob("*.py"))
KINDS = "attribution|polarity|modality|record|repair"
RULE = re.compile(rf"(?:{KINDS})\.[a-z][a-z_-]*")
WORD, HYPHENED = re.compile(r"[a-z]+(?:-[a-z]+)*"), re.compile(r"[a-z]+(?:-[a-z]+)+")
BEGINS = re.compile(rf"(?:{KINDS})\.")


def literals(tree: ast.AST) -> Iterator[str]:
    """Yield the rules that stand in a module as they are."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and RULE.fullmatch(node.value):
            yield node.value


def composed(tree: ast.AST) -> Iterator[str]:
    """Yield the rules that a function makes of a name: those that its callers, or the loop around it, hand it."""
    for function in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        for begin, name in beginnings(function):
            names = [each.arg for each in function.args.args]
            handed = [call.args[names.index(name)] for call in calls(tree, function.name)] if name in names else []
            yield from (f"{begin}{word}" for each in handed or [function] for word in words(each))


def beginnings(function: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    """Yield how the rules begin that a function makes, and the name that they end in."""
    for node in ast.walk(function):
        match node:
            case ast.JoinedStr(values=[ast.Constant(value=str(begin)), ast.FormattedValue(value=ast.Name(id=name))]):
                if BEGINS.fullmatch(begin):
                    yield begin, name


def calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == name:
            yield node


def words(tree: ast.AST) -> Iterator[str]:
    """Yield the constants that a rule's name may be made of: of a whole function, those with a hyphen."""
    word = WORD if not isinstance(tree, ast.FunctionDef) else HYPHENED
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and word.fullmatch(str(node.value)):
            yield str(node.value)


def named() -> set[str]:
    """Return every rule that extraction can name: in its modules, and in its tables of cues."""
    trees = [ast.parse(file.read_text(encoding="utf-8")) for file in MODULES]
    found = {rule for tree in trees for rule in (*literals(tree), *composed(tree))}
    found |= {*polarity.CUES.rules, *modality.CUES.rules}
    return {rule for rule in found if not rule.endswith(("toml", "-"))}


def test_every_rule_has_a_meaning() -> None:
    rules = named()

    assert {"attribution.that-clause", "attribution.according-to", "polarity.denial", "modality.likely"} <= rules
    assert rules - meanings().keys() == set()


def test_no_meaning_is_of_a_rule_that_is_gone() -> None:
    assert meanings().keys() - named() == set()


@pytest.mark.parametrize("file", sorted((ROOT / "sources").glob("*.*")), ids=lambda file: file.name)
def test_every_rule_that_the_worked_example_fires_has_a_meaning(file: Path) -> None:
    readings = [item for item in read.documents([file], root=file.parent) if isinstance(item, read.Reading)]
    fired = {rule for each in readings for claim in extract.claims(each.document) for rule in rules_of(claim)}

    assert {rule for rule in fired if meaning(rule) is UNKNOWN} == set()


def rules_of(item: object) -> tuple[str, ...]:
    return item.rules if isinstance(item, Claim) else ()


def test_what_is_inherited_resolved_or_repaired_is_marked_so() -> None:
    told = {meaning(rule).how for rule in meanings()}

    assert told == {"", "inherited", "resolved", "repaired"}
    assert meaning("attribution.pronoun").how == "resolved"


def test_a_rule_of_a_plugin_is_said_to_be_unknown() -> None:
    assert meaning("plugin.anything") is UNKNOWN
