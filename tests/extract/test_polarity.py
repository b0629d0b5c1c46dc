"""Polarity: which clauses deny, how, and what only looks like denial."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.extract import polarity
from reconcile.extract.polarity import Polar
from reconcile.model.claim import Polarity, PolarityKind

ASSERTION = [
    "The clinic did not open on Monday",
    "The clinic didn’t open on Monday",
    "The ferry never left the harbour",
    "The firm no longer sells asbestos",
    "No passengers were on board",
    "None of the ballots were counted twice",
    "Nobody was hurt in the collision",
    "Nothing was stolen from the vault",
    "The army held no mustard gas",
    "Neither the driver nor the guard survived",
    "At no time was the reactor shut down",
    "The witness had no knife",
    "There is none",
    "Up until now, no drug has helped",
    "The trouble is that no doctor was on duty",
    "They’re not as safe as they think they are",
    "Not one invoice was paid",
    "Not all of the wells were capped",
    "The letter was not authentic",
    "The council has not yet met",
    "The judge did not believe that the alibi was true",
    "Doctors did not expect that the patient would live",
    "Sales have not resumed since 2019",
    "By 1985 the bank was by no means solvent",
    "The archive was not destroyed before 1940",
    "No repairs were made until 1986",
    "In no way did the minister profit",
    "After the merger, the company was not profitable",
    "When the alarm rang, nobody left the hall",
    "The ship did not, as reported, sink",
    "Investigators, who had searched for months, trusted nobody",
    "The hospital has, so far, admitted no patients",
    "It was not the case that votes were burnt",
    "The minister has not resigned, although his party asked him to",
    "The ship could not dock",
    "We cannot let the ruling stand",
    "The board has not confirmed her",
    "They appear not to have paid",
    "Divers will not find the wreck",
    "An aide to the mayor, a man who ran for office in 2018, did not reply",
]
EVIDENTIAL = [
    "There was no evidence of fraud in the count",
    "There is no credible sign that the virus mutated",
    "The auditors found no trace of the money",
    "The registry has no record of the sale",
    "No proof was offered at trial",
    "The survey had not found evidence of resumed drilling",
    "The police had not at any time found evidence that the safe was opened",
    "At no time did the inspectors find evidence that work resumed",
    "Inspectors found no weapons",
    "Divers discovered no wreckage",
    "The scan did not detect any tumour",
    "No explosives were found in the car",
    "The lab could not confirm the result",
    "The allegation has not been substantiated",
    "The company received no reports of deaths",
    "Investigators have uncovered nothing",
    "No intelligence supported the claim",
    "The plane has not been located",
    "There is little evidence that the drug works",
    "No documentation suggested a second contract",
    "the absence of conclusive evidence that the drug works",
    "Nothing had so far been found to contradict the log",
    "Little new material on the fire had been found",
    "The jury was not shown any record of the sale",
]
DENIAL = [
    "The mayor denied taking bribes",
    "The ministry denies that the dam leaked",
    "The company denies any wrongdoing",
    "The report was denied by the embassy",
    "The player rejected the allegation that he cheated",
    "The bank dismissed the claim that it was insolvent",
    "The union disputed the figures",
    "The senator refuted the story",
    "The agency issued a denial",
    "The club rejects the charge",
    "The premier repudiated the pact",
]
IMPLICATIVE = [
    "Managers failed to report the leak",
    "The pilot refused to land",
    "The nurse neglected to record the dose",
    "The rebels never managed to take the town",
    "The court declined to hear the case",
    "The team did not manage to qualify",
    "The hospital was unable to admit patients",
    "The mission failed in its attempt to land",
    "The witness avoided naming the buyer",
    "The plant will not be able to enrich uranium",
    "The crowd was stopped from entering the square",
    "Observers were prevented from entering the polling station",
    "The airline has yet to pay",
    "The bridge was too weak to carry trucks",
    "The plant was not able to enrich uranium",
    "The storm prevented crews from reaching the mine",
    "The jury decided not to convict",
    "The tenant refrained from voting",
]
LEXICAL = [
    "The cable is unlikely to have snapped",
    "The coroner ruled out suicide",
    "The lab lacked a licence",
    "There was a complete lack of ventilation",
    "The region is devoid of oil",
    "The herd was declared free of anthrax",
    "A second strike is impossible",
    "It is false that the vaccine causes autism",
    "The accusation was untrue",
    "It is highly improbable that the vote was rigged",
    "There is little chance that the mine reopens",
    "The absence of radar was confirmed",
    "The claim is without foundation",
    "The patients lack clean water",
    "The rumour was proven to be false",
    "The lake is empty of fish",
    "Few survived the march",
    "The town had little choice",
    "The ferry seldom ran in winter",
    "It is wrong to say that the dam leaked",
]
AFFIRMED = [
    "The factory closed in 1991",
    "Not only the roof but also the walls collapsed",
    "No more than 40 people were evacuated",
    "No fewer than six banks failed",
    "The tax rose by no less than 3 per cent",
    "Delivery came no later than 4 May",
    "There is little doubt that the valves were faulty",
    "There is no doubt that the signature is hers",
    "The prosecutor did not rule out murder",
    "The army never denied the raid",
    "A recount is not unlikely",
    "The lab could not exclude contamination",
    "Nobody disputes that the ship sank",
    "Delegates were denied access to the ward",
    "The judge denied bail to the suspect",
    "The accused pleaded not guilty",
    "It was not until 1999 that the wreck was raised",
    "The brand is sold in Chile, not in Peru",
    "Bus No. 5 hit a tree",
    "The man who did not vote was fined",
    "The minister resigned because he had not told parliament",
    "The union chose to strike rather than not be heard",
    "The crew escaped without any injuries",
    "The firm sold the mill so that it would not go bankrupt",
    "The town has a hospital that has no heating",
    "The mine reopened, although no one was certain of its safety",
    "The roof fell, and no one was hurt",
    "The test began in May; it was not finished",
    "Although it did not rain, the river rose",
    "The ministry asked residents not to travel",
    "The order was a formality, placing no duty on banks",
    "The storm broke up, with one station no longer reporting",
    "She was the first judge to refuse to sit",
    "The police called on drivers to not stop",
    "A plane with no transponder crossed the border",
    "The crash was due to a lack of fuel",
    "Some 300 tons remain unaccounted for",
    "It is not known whether the brakes worked",
    "The spokesman could not say whether the strike will end",
    "The regime stopped production in 1988",
    "The commission rejected the bill",
    "A no-fly zone was declared",
    "The senator, who had not slept, voted for the budget",
    "The bishop denied that he had not paid",
    "The city has won dozens, if not hundreds, of lawsuits",
    "Guards not on duty were called in",
    "The lack of rain emptied the reservoir",
    "There was no shortage of grain",
    "Twelve miners, none of them trained, went down",
    "The board did nothing but delay",
    "The army shelled the port for no reason",
    "Although the crew did not radio the coast guard the ship was saved",
    "They list only deaths and may not be complete",
    "The firm withdrew, stating that the mine was no longer safe",
    "The firm withdrew stating that the mine was no longer safe",
    "The judge chose the spring not the summer",
    "The fair was for the public, not experienced buyers",
    "He is in with his whole and not half a heart",
    "The driver took a plea on condition they would not seek prison",
    "The vote was postponed. It was not close",
    "When the shelling came to a halt, the port was empty and the ships were unable to sail",
    "There was a danger that no ship would come",
    "The figures (not yet audited) show a profit",
    "In the town in which there is work, and in which no one is idle, it should be easy",
    "The film comes after the book Please don't go was sold",
]
KINDS = [
    *((clause, PolarityKind.ASSERTION) for clause in ASSERTION),
    *((clause, PolarityKind.EVIDENTIAL) for clause in EVIDENTIAL),
    *((clause, PolarityKind.DENIAL) for clause in DENIAL),
    *((clause, PolarityKind.IMPLICATIVE) for clause in IMPLICATIVE),
    *((clause, PolarityKind.LEXICAL) for clause in LEXICAL),
]
CANCELLED = [
    "The coroner did not rule out suicide",
    "The army never denied the raid",
    "A recount is not unlikely",
    "There is no doubt that the signature is hers",
    "The bishop denied that he had not paid",
]
WORDS = st.lists(
    st.sampled_from(
        "not no never denied failed to evidence of that which , ; and but because was weapons "
        "found unlikely without the ruled out lack n’t".split()
    ),
    max_size=40,
).map(" ".join)


@pytest.mark.parametrize(("clause", "kind"), KINDS)
def test_a_negated_clause_is_negative_in_its_own_way(clause: str, kind: PolarityKind) -> None:
    polar = polarity.read(clause)

    assert (polar.polarity, polar.kind) == (Polarity.NEG, kind)


@pytest.mark.parametrize("clause", AFFIRMED)
def test_what_only_looks_like_a_negation_affirms(clause: str) -> None:
    assert polarity.read(clause).polarity is Polarity.POS


@pytest.mark.parametrize("clause", CANCELLED)
def test_two_negations_cancel_and_say_so(clause: str) -> None:
    assert {hit.rule for hit in polarity.read(clause).hits} == {polarity.CANCELLED}


def test_an_ending_and_then_a_negation_denies_that_it_went_on() -> None:
    polar = polarity.read("Production stopped in 1991 and was not restarted")

    assert polar.kind is PolarityKind.ASSERTION


def test_a_second_predicate_leaves_the_first_as_it_is() -> None:
    assert polarity.read("The company grew in 1991 and was not sold").polarity is Polarity.POS


def test_the_cue_is_shown() -> None:
    clause = "The auditors found no trace of the money"
    hit = polarity.read(clause).hits[0]

    assert (hit.rule, clause[hit.start : hit.end]) == ("polarity.evidential", "found no")


def test_an_empty_clause_affirms() -> None:
    assert polarity.read("") == Polar(Polarity.POS, None, ())


@given(st.one_of(st.text(), WORDS))
def test_cues_lie_within_the_clause(text: str) -> None:
    assert all(0 <= hit.start < hit.end <= len(text) for hit in polarity.read(text).hits)


@given(WORDS)
def test_a_kind_is_given_exactly_for_a_negation(text: str) -> None:
    polar = polarity.read(text)

    assert (polar.kind is not None) == (polar.polarity is Polarity.NEG)


@given(WORDS)
def test_case_does_not_matter(text: str) -> None:
    assert polarity.read(text.upper()).polarity is polarity.read(text).polarity


def test_quotation_marks_within_a_negation_hide_it_not() -> None:
    found = polarity.read('There was "no evidence" that the dam had been "repaired".')

    assert found.kind is PolarityKind.EVIDENTIAL
