"""Where a cue may begin: what the tables are asked, and that asking less finds the same."""

import random

import pytest

from reconcile.extract import modality, polarity
from reconcile.extract.hit import Hit, Rules, found
from reconcile.extract.opening import opening

TABLES = {"polarity": polarity.RULES, "modality": modality.RULES, "confidence": modality.CONFIDENCE}

FILLERS = "the ferry plant it was were had been to of that and, not no ; “ ” ' - _ 12 would be if with in yet".split()


def ungated(table: Rules, text: str) -> list[Hit]:
    """Return the cues by a search of the whole text for each rule."""
    taken: list[Hit] = []
    for rule in table.rules:
        every = [Hit(rule.name, match.start(), match.end()) for match in rule.pattern.finditer(text)]
        taken += [hit for hit in every if not any(other.meets(hit.start, hit.end) for other in taken)]
    return taken


def clauses(table: Rules, number: int) -> list[str]:
    """Return clauses made of the words that cues of a table may begin with, and of small words between them."""
    choice = random.Random(number)
    words = sorted({word for rule in table.rules for word in (*rule.opening.whole, *rule.opening.begin)})
    words = [f"{word}{ending}" for word in words for ending in ("", " to", " that", " of", "n't")]
    return [" ".join(choice.choices([*words, *FILLERS], k=choice.randint(1, 14))) for _ in range(2_000)]


@pytest.mark.parametrize("name", TABLES)
def test_asking_only_where_a_cue_may_begin_finds_what_asking_everywhere_does(name: str) -> None:
    table = TABLES[name]

    missed = [text for text in clauses(table, 7) if list(found(table, text)) != ungated(table, text)]

    assert missed == []


@pytest.mark.parametrize("name", TABLES)
def test_no_rule_is_asked_at_every_word(name: str) -> None:
    assert TABLES[name].at("zzz") == ()


@pytest.mark.parametrize(
    ("pattern", "begins", "elsewhere"),
    [
        (r"den(?:y|ies|ied)", ["deny", "denies", "denied"], ["den", "denial"]),
        (r"(?:very )?(?:unlikely|doubtful)", ["very", "unlikely", "doubtful"], ["likely"]),
        (r"no\s+one", ["no"], ["none", "one"]),
        (r"un\w+ed", ["unaided"], ["aided"]),
        (r"was(?: not|n[’']t)", ["was", "wasn"], ["is"]),
        (r"(?<!so)(?= x), (?:and )?not", [","], ["and", "not"]),
        (r"a{2,3}b?", ["aa", "aab"], ["b"]),
        (r"^(?:an? )?(?:\w+ )?lack", ["^"], ["lack", "a"]),
    ],
)
def test_an_opening_is_the_first_word_or_mark(pattern: str, begins: list[str], elsewhere: list[str]) -> None:
    read = opening([pattern.replace(" ", r"\s+")])

    assert [run for run in begins if read.at(run)] == begins
    assert [run for run in elsewhere if read.at(run)] == []
