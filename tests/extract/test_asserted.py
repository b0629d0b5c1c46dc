"""Reading by syntax: what holds whatever a parser answers, and what trees alone can tell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.prose_page import said
from reconcile.extract.by_syntax import asserted, parsing
from reconcile.extract.by_syntax.tree import Tree
from reconcile.extract.syntax import Syntax
from reconcile.extract.tokens import tokens

WORDS = st.sampled_from(
    "the mayor said that it , and ; : \" ' ( ) . ? report by of which who while is was told reporters according to "
    "reportedly thought have fallen in view as far could tell Weiss Mr 12 1990 [ ] … found no evidence".split()
)
TAGS = st.sampled_from("NN NNP VBD VBZ VBN VBG VB MD IN DT CC CD WDT WP PRP , . ''".split())
LABELS = st.sampled_from(
    "nsubj nsubjpass ccomp conj cc mark advcl relcl acl aux auxpass neg prep pobj dobj appos poss punct parataxis "
    "xcomp advmod agent dep ROOT".split()
)
TOKENS = st.tuples(WORDS, TAGS, st.integers(0, 40), LABELS)


@given(st.lists(TOKENS, min_size=1, max_size=40))
def test_whatever_a_parser_answers_statements_lie_within_their_sentence(rows: list[tuple[str, str, int, str]]) -> None:
    text = " ".join(word for word, _, _, _ in rows)
    found = tokens(text, 0, len(text))
    count = len(found)
    tree = Tree.of(
        text,
        found,
        [rows[n % len(rows)][1] for n in range(count)],
        [_upwards(n, rows[n % len(rows)][2]) for n in range(count)],
        [rows[n % len(rows)][3] for n in range(count)],
    )

    for each in asserted.statements(tree):
        assert 0 <= each.start <= each.end <= len(text)
        assert each.clause[0] <= each.clause[1]
        assert all(text[voice.start : voice.end].startswith(voice.name[:1]) for voice in each.voices)


def _upwards(position: int, step: int) -> int:
    """Return a head further left, so that there is no cycle; the first is the root."""
    return max(0, position - 1 - step % (position + 1)) if position else 0


@given(st.lists(WORDS, max_size=60))
def test_every_token_that_is_not_shown_hangs_on_one_that_is(words: list[str]) -> None:
    text = " ".join(words)
    found = tokens(text, 0, len(text))
    parts = parsing.groups(found, parsing.shown(found))
    parsed = [Syntax(["NN"] * len(part), [0] * len(part), ["dep"] * len(part), ["O"] * len(part)) for part in parts]
    tree = parsing.tree(text, found, parts, parsed)

    shown = {position for part in parts for position in part}
    assert all(head in shown for n, head in enumerate(tree.heads) if n not in shown and shown)


PARTS = {
    "a relative clause that goes on": (
        "The army seized the depot, which still holds 40 tanks.",
        [("", "The army seized the depot"), ("", "which still holds 40 tanks")],
    ),
    "a contrast in front": (
        "Although the mine closed in 1950, the village kept its school.",
        [("", "the mine closed in 1950"), ("", "the village kept its school")],
    ),
    "what an acronym in brackets explains": (
        "The Red Sea Commission (RSC) said that the wreck was older.",
        [("The Red Sea Commission", "the wreck was older")],
    ),
    "what somebody put in square brackets": (
        "The mayor said that it [the bridge] was closed.",
        [("The mayor", "it [the bridge] was closed")],
    ),
    "who is meant by an agent": (
        "It was reported by the police that the bridge was closed.",
        [("the police", "the bridge was closed")],
    ),
    "an object behind a verb of several words": (
        "Its last letter made clear that the dam was old.",
        [("Its last letter", "the dam was old")],
    ),
    "what somebody is said to have done by another": (
        "The firm is said by Jonas Weiss to have paid the mayor.",
        [("Jonas Weiss", "The firm is said by Jonas Weiss to have paid the mayor")],
    ),
    "a second that-clause behind a semicolon": (
        "The board held that the dam was old; and that the wall had cracked.",
        [("The board", "the dam was old"), ("The board", "the wall had cracked")],
    ),
    "another who reports": (
        "The mayor said that two died, but the Herald reported more.",
        [("The mayor", "two died"), ("", "the Herald reported more")],
    ),
    "who is quoted by another": (
        "The Herald quoted Ada Moore as saying the well was dry.",
        [("Ada Moore < The Herald", "the well was dry")],
    ),
    "who is quoted": (
        "The minister was quoted as saying the well was dry.",
        [("The minister", "the well was dry")],
    ),
    "who is reported to have said so": (
        "The minister was reported to have said that the well was dry.",
        [("The minister < ?", "the well was dry")],
    ),
    "what is only said to be claimed": (
        "There were reports that the dam had failed.",
        [("?", "the dam had failed")],
    ),
    "a claim that is not made": (
        "There was no claim that the dam had failed.",
        [("", "There was no claim that the dam had failed")],
    ),
    "a claim that is turned down": (
        "Reports that the dam had failed were dismissed by the board.",
        [("the board", "the dam had failed")],
    ),
    "who was only told so": (
        "The minister was told only that the well was dry.",
        [("?", "the well was dry")],
    ),
    "who is told to do something": (
        "Residents were told to stay at home and shops were closed.",
        [("", "Residents were told to stay at home and shops were closed")],
    ),
    "a voice in front of two clauses": (
        "In the auditor's view, the accounts were false and the report was late.",
        [("the auditor", "the accounts were false"), ("the auditor", "the report was late")],
    ),
    "a speaker who is put beside": (
        "The driver told reporters he lost control, with some local press claiming he was drunk.",
        [("The driver", "he lost control"), ("some local press", "he was drunk")],
    ),
    "a condition by the order of its words": (
        "The crew stayed ready to sail, should the board so decide.",
        [("", "The crew stayed ready to sail, should the board so decide")],
    ),
    "a speaker behind whom a tree does not show": (
        "The archive was not destroyed before 1940, a 2015 study argues.",
        [("a 2015 study", "The archive was not destroyed before 1940")],
    ),
    "a subject that a semicolon parts from its second verb": (
        "Ada Moore thought that the well could be saved; and suggested that the mayor might help.",
        [("Ada Moore", "the well could be saved"), ("Ada Moore", "the mayor might help")],
    ),
    "nobody says anything": (
        "No officials said that the dam was old.",
        [("", "No officials said that the dam was old")],
    ),
    "a second predicate with an object of its own": (
        "The team measured the wall and confirmed the earlier figure.",
        [("", "The team measured the wall"), ("", "confirmed the earlier figure")],
    ),
    "what is asked is not said": (
        "The board asked whether the dam was safe.",
        [("", "The board asked whether the dam was safe")],
    ),
    "what a finding suggests": ("This suggests that the dam was safe.", [("", "This suggests that the dam was safe")]),
}


@pytest.mark.parametrize(("sentence", "answer"), PARTS.values(), ids=PARTS)
def test_the_tree_tells_what_is_said_and_by_whom(sentence: str, answer: list[tuple[str, str]]) -> None:
    assert said(sentence) == answer
