"""Links: the counterpart is found, the stranger is not, and order makes no difference."""

import random

from builders import claim, on
from reconcile import match
from reconcile.model import Claim
from reconcile.values.vocabulary import Vocabulary

POSSESSED = claim("Baghdad possessed chemical and biological weapons", "National Intelligence Estimate")
HELD = claim("Iraq held no nuclear, chemical or biological weapons at all", "Saddam Hussein")
STRANGER = claim("The newspaper raised its price in the spring", "Publisher")
CROWD = [claim(f"Village {n} reported a harvest of {n} tons of wheat", f"Council {n}") for n in range(40)]


def ids(*claims: object) -> tuple[str, ...]:
    return tuple(sorted(c.id for c in claims))  # type: ignore[attr-defined]


def found(claims: list) -> list[tuple[str, ...]]:  # type: ignore[type-arg]
    return [(link.left, link.right) for link in match.links(claims)]


def test_claims_on_one_matter_are_linked_whatever_they_say_of_it() -> None:
    assert ids(POSSESSED, HELD) in found([POSSESSED, HELD, STRANGER])


def test_a_stranger_is_not_linked() -> None:
    assert not any(STRANGER.id in pair for pair in found([POSSESSED, HELD, STRANGER]))


def test_one_asserter_is_not_held_against_himself_in_one_document() -> None:
    twice = claim("Baghdad possessed chemical weapons", "National Intelligence Estimate", POSSESSED.document)

    assert found([POSSESSED, twice]) == []


def test_the_order_of_claims_makes_no_difference() -> None:
    claims = [POSSESSED, HELD, STRANGER, *CROWD]
    shuffled = random.Random(7).sample(claims, len(claims))

    assert list(match.links(claims)) == list(match.links(shuffled))


def test_only_the_new_are_matched_when_asked_so() -> None:
    claims = [POSSESSED, HELD, *CROWD]

    new = list(match.links(claims, new={POSSESSED.id}))

    assert new == [link for link in match.links(claims) if POSSESSED.id in (link.left, link.right)]


def test_a_link_keeps_what_it_was_made_from() -> None:
    (link,) = match.links([POSSESSED, HELD])

    assert match.Plan().threshold <= link.score <= 1
    assert link.features["predicate"] > 0


def test_coinciding_events_bring_claims_nearer() -> None:
    first = claim("fighters overran the complex at Muthanna", "Times", dates=(on("2014-06-11"),))
    second = claim("armed groups entered the Muthanna site", "Iraq", dates=(on("2014-06"),))
    other = claim("armed groups entered the Muthanna site", "Iraq", dates=(on("2009"),))
    near, far = (next(match.links([first, each], plan=match.Plan(threshold=0))) for each in (second, other))

    assert near.score > far.score


def test_a_topic_keeps_its_name_when_a_claim_joins() -> None:
    order = {POSSESSED.document: "2002", HELD.document: "2003"}
    late = claim("Iraq possessed chemical weapons and biological weapons", "Press")
    before = match.topics([POSSESSED, HELD], match.links([POSSESSED, HELD]), order)
    after = match.topics([POSSESSED, HELD, late], match.links([POSSESSED, HELD, late]), order)

    assert [topic.id for topic in before] == [topic.id for topic in after]
    assert len(after[0].members) == 3


def test_a_topic_is_named_by_what_its_claims_share() -> None:
    (topic,) = match.topics([POSSESSED, HELD], match.links([POSSESSED, HELD]))

    assert "biological weapons" in topic.label


def test_two_names_of_one_thing_are_linked_by_the_vocabulary_alone() -> None:
    said = claim("The Bravo Cell shipped its generators to Habbaniya", "Press")
    told = claim("The First Engineering Brigade denied it", "Ministry")
    known = Vocabulary(aliases={"First Engineering Brigade": ("Bravo Cell",)})

    assert list(match.links([said, told])) == []
    assert [(link.left, link.right) for link in match.links([said, told], vocabulary=known)] == [ids(said, told)]


def test_two_spellings_are_linked_by_the_vocabulary_alone() -> None:
    said = claim("Inspectors met Tariqi in Qurnah", "Press")
    told = claim("Tareky denied it", "Ministry")
    known = Vocabulary(spellings={"Tariqi": "Tareky"})
    near = match.Plan(threshold=0)

    apart, met = match.links([said, told], plan=near), match.links([said, told], plan=near, vocabulary=known)

    assert list(apart) == []
    assert [(link.left, link.right) for link in met] == [ids(said, told)]


def test_what_is_narrower_is_linked_with_what_is_broader_and_less_than_with_itself() -> None:
    narrow = claim("Al Samoud missiles were assembled at Kindi", "Press")
    broad = claim("Ballistic projectiles were assembled at Kindi", "Ministry")
    again = claim("Al Samoud missiles were assembled at Kindi", "Paper")
    known = Vocabulary(broader={"Al Samoud missile": ("ballistic projectile",)})

    def score(other: Claim, vocabulary: Vocabulary) -> float:
        return next(match.links([narrow, other], plan=match.Plan(threshold=0), vocabulary=vocabulary)).score

    assert score(broad, Vocabulary()) < score(broad, known) < score(again, known)


def test_a_vocabulary_that_names_nothing_in_the_claims_changes_no_link() -> None:
    claims = [POSSESSED, HELD, STRANGER, *CROWD]
    other = Vocabulary(aliases={"Ruritania": ("the Kingdom",)}, spellings={"colur": "colour"})

    assert list(match.links(claims, vocabulary=other)) == list(match.links(claims))
