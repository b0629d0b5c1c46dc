"""Modality: how sure a clause is, on the ICD 203 scale and beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract import modality, polarity
from reconcile.extract.modality import Modal
from reconcile.model.claim import Modality, PolarityKind

TERMS: dict[Modality, list[str]] = {
    Modality.CERTAIN: [
        "The dam broke on 4 May 2013",
        "May signed the treaty",
        "In May they sold the mill",
        "The parties must have a licence",
        "The missile can be deployed in an hour",
        "The army could not make chlorine",
        "The driver could see the bridge",
        "The clerk wanted to leave",
        "The mill has been closed since 2000, probably in favour of the new plant",
        "The tenant, allegedly shot by police, is alive",
        "The lamps were hidden in case of a raid",
        "The parties debated the question of whether to vote and rose",
        "Planning to rebuild the bridge began in 1995",
        "This shows how we think about risk",
        "The moon is a potentially habitable world",
        "It is the worst storm one can possibly have",
        "The ship was built of oak; it may sink",
        "The fleet showed its military might",
        "The people lost the will to fight",
        "The ferry was crowded, as if on a holiday",
        "The strike lasted until 2009, maybe 2010",
        "The company sold ships to Chile and possibly Peru",
        "The drug was approved regardless of whether it worked",
        "The court acquitted the man who may have lied",
        "The mayor resigned because rain was likely",
    ],
    Modality.ALMOST_CERTAIN: [
        "The wreck is almost certainly that of the Marlin",
        "A recession is virtually certain",
        "There is little doubt that the seal was broken",
        "The flaw was all but certain to spread",
    ],
    Modality.VERY_LIKELY: [
        "The fire was very likely arson",
        "It is highly probable that the vote was bought",
        "In all likelihood the pilot slept",
        "The thief must have had a key",
        "A relapse is highly likely",
    ],
    Modality.LIKELY: [
        "The patient probably caught it abroad",
        "The bank is likely to fold",
        "The tomb is believed to hold two kings",
        "The treasurer reportedly left in March",
        "The judge was apparently ill",
        "The group is suspected of smuggling",
        "The ship is thought to have sunk in 1780",
        "The regulator appears to have ignored the warning",
        "The plot was judged likely",
        "The official allegedly took bribes",
        "We believe the list is complete",
    ],
    Modality.EVEN: [
        "There is a roughly even chance of rain",
        "The verdict is as likely as not an acquittal",
        "The bill has a fifty-fifty chance",
    ],
    Modality.POSSIBLE: [
        "The remaining stock may have been burnt",
        "The tanker might be empty",
        "The letter could have been forged",
        "The symptom could be a side effect",
        "It is possible that the ballots were lost",
        "Perhaps the engine failed",
        "The virus possibly came from a farm",
        "Sabotage cannot be ruled out",
        "A recount is not unlikely",
        "The noise could also be thunder",
        "The army could make chlorine within weeks",
        "The lab could be reached by road",
        "A strike could lead to shortages",
        "It is conceivable that two men fired",
    ],
    Modality.FUTURE: [
        "The court will rule in June",
        "The merger would begin in autumn",
        "The airline plans to hire pilots",
        "The mill is set to close",
        "The trial is expected to last a month",
        "The lease is due to expire in 2030",
        "The union intends to strike",
        "The king is about to abdicate",
        "Although we know the ledger is a fake, proving the fraud will be hard",
        "The board will look at the case to see if rules were broken",
        "The conference is to be held in Oslo",
    ],
    Modality.CONDITIONAL: [
        "Had the leak been reported, the plant would not have been closed",
        "The army could build a bomb if it had uranium",
        "If the levee fails, the town will flood",
        "Unless rates fall, the bank is insolvent",
        "The party would have won the election",
        "The vaccine is safe provided that it is kept cold",
        "Should the levee fail, the town would flood",
        "Were the bank to fold, the state would step in",
        "As long as the embargo holds, the firm is poor",
    ],
    Modality.UNDERSPECIFIED: [
        "The office has neither confirmed nor denied the sale",
        "It is not known how many miners died",
        "It is unclear whether the brakes worked",
        "The coroner could not say for certain that he drowned",
        "The cause remains unknown",
        "The outcome is not necessarily final",
        "It remains to be seen who won",
        "The jury asked whether the witness lied",
        "The jury asked the witness if he had lied",
        "It was not certain that the ship had sailed",
        "It has yet to be established whether the valves were tested",
    ],
}
MIRRORED = {
    "The cable is unlikely to have snapped": Modality.LIKELY,
    "It is highly unlikely that the vote was rigged": Modality.VERY_LIKELY,
    "There is a remote chance that the mine reopens": Modality.ALMOST_CERTAIN,
    "There is little chance that the seat changes hands": Modality.LIKELY,
    "It is doubtful that the tenant paid": Modality.LIKELY,
}
CONFIDENCE = {
    "The board judges with high confidence that the ledger is complete": "high",
    "With low confidence, the ship was there": "low",
    "Analysts have moderate confidence in the count": "moderate",
    "The count is complete": "",
}
CELLS = {
    "asserted": Modality.CERTAIN,
    "judged": Modality.LIKELY,
    "judged likely": Modality.LIKELY,
    "Firm view": Modality.CERTAIN,
    "possible": Modality.POSSIBLE,
    "Very unlikely": Modality.VERY_UNLIKELY,
    "remote": Modality.REMOTE,
    "": Modality.CERTAIN,
    "not known": Modality.UNDERSPECIFIED,
    "planned": Modality.FUTURE,
    "it may be so": Modality.POSSIBLE,
}
WORDS = st.lists(
    st.sampled_from(
        "may could be have probably unlikely if whether will would not the was likely , which "
        "believed to possible high confidence with".split()
    ),
    max_size=40,
).map(" ".join)


@pytest.mark.parametrize(("clause", "term"), [(clause, term) for term, clauses in TERMS.items() for clause in clauses])
def test_a_hedge_stands_for_its_term(clause: str, term: Modality) -> None:
    assert modality.read(clause).modality is term


@pytest.mark.parametrize(("clause", "term"), MIRRORED.items())
def test_below_even_the_negation_is_the_polaritys_and_the_mirrored_term_is_left(clause: str, term: Modality) -> None:
    assert (modality.read(clause).modality, polarity.read(clause).kind) == (term, PolarityKind.LEXICAL)


@pytest.mark.parametrize(("clause", "confidence"), CONFIDENCE.items())
def test_analytic_confidence_is_kept_apart_from_likelihood(clause: str, confidence: str) -> None:
    modal = modality.read(clause)

    assert (modal.confidence, modal.modality) == (confidence, Modality.CERTAIN)


@pytest.mark.parametrize(("cell", "term"), CELLS.items())
def test_a_cell_names_its_term(cell: str, term: Modality) -> None:
    assert modality.named(cell) is term


@pytest.mark.parametrize("term", Modality)
def test_every_term_names_itself(term: Modality) -> None:
    assert modality.named(term.value) is term


def test_of_two_likelihoods_the_weaker_holds() -> None:
    assert modality.read("It is very likely that he probably knew").modality is Modality.LIKELY


def test_a_clause_in_the_future_is_no_likelihood() -> None:
    assert modality.read("The mill will probably close").modality is Modality.FUTURE


def test_an_empty_clause_is_certain() -> None:
    assert modality.read("") == Modal(Modality.CERTAIN, "", ())


@given(st.one_of(st.text(), WORDS))
def test_cues_lie_within_the_clause(text: str) -> None:
    assert all(0 <= hit.start < hit.end <= len(text) for hit in modality.read(text).hits)


@given(WORDS)
def test_no_clause_is_left_below_even(text: str) -> None:
    assert modality.read(text).modality not in modality.MIRROR


@given(WORDS)
def test_what_is_not_certain_shows_why(text: str) -> None:
    modal = modality.read(text)

    assert modal.modality is Modality.CERTAIN or modal.hits


def test_letters_that_grow_when_small_leave_cues_in_place() -> None:
    clause = "İİİ may sink"
    hit = modality.read(clause).hits[0]

    assert clause[hit.start : hit.end] == "may"


def test_what_has_been_set_on_purpose_is_not_to_come() -> None:
    assert modality.read("The valve had been deliberately set to clear the tank").modality is Modality.CERTAIN
    assert modality.read("The valve is finally set to clear the tank").modality is Modality.FUTURE
