"""Pages to claims: who holds each, in which chain, with which evidence, and the laws that hold for any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.prose_page import claims, lines, page
from reconcile import extract
from reconcile.model import AUTHOR_UNSPECIFIED, Claim, DateRole, Modality, Polarity, PolarityKind, Problem
from reconcile.values.entries import vocabulary

CHAINS = {
    "a pronoun is the last speaker": (
        ["The Harbour Board met in May. It said that the pier was safe. It denied hiding a report."],
        [
            "The Harbour Board met in May",
            "Harbour Board: the pier was safe",
            "Harbour Board: hiding a report",
        ],
    ),
    "a description is the last body that it fits": (
        ["The Gulf Survey Group began work. Anna Weiss led it. The group found that the reef had died."],
        ["The Gulf Survey Group began work", "Anna Weiss led it", "Gulf Survey Group: the reef had died"],
    ),
    "a family name is the full name given before": (
        ["Dr. Hans Olsen said that the well was dry. Olsen added that the cattle had died."],
        ["Hans Olsen: the well was dry", "Hans Olsen: the cattle had died"],
    ),
    "an office is no part of a full name": (
        ["Foreign Minister Ilan Moss said that the talks had failed."],
        ["Ilan Moss: the talks had failed"],
    ),
    "an acronym and its name are one": (
        ["The Red Sea Commission (RSC) said that the reef had died. The RSC warned that fish would follow."],
        ["Red Sea Commission: the reef had died", "Red Sea Commission: fish would follow"],
    ),
    "a pronoun inside is who speaks outside": (
        ["The Admiralty said that 629 sailors had told doctors that they were ill."],
        ["629 sailors < Admiralty: they were ill"],
    ),
    "the first person is who is quoted": (
        ['"I believe that the well is dry," said Ada Moore.'],
        ["Ada Moore: I believe that the well is dry"],
    ),
    "a pronoun behind a preposition is a person too": (
        ["Ada Moore opened the well. According to her, it was dry."],
        ["Ada Moore opened the well", "Ada Moore: it was dry"],
    ),
    "a lead-in governs its list": (
        ["The surgeon's report stated:", "- The wound was old.", "- No bullet was found.", "The trial began in May."],
        [
            "surgeon's report: The wound was old",
            "surgeon's report: No bullet was found",
            "The trial began in May",
        ],
    ),
    "a lead-in governs the quotation after it": (
        ["Ada Moore wrote:", "> The well is dry.", "The trial began in May."],
        ["Ada Moore: The well is dry", "The trial began in May"],
    ),
    "a quotation goes on": (
        ['"We never had such a plan," the minister said. "Not one line of it."'],
        ["minister: We never had such a plan", "minister: Not one line of it"],
    ),
    "a quotation of several sentences is several claims": (
        ['"The well is dry. The cattle have died," said Ada Moore.'],
        ["Ada Moore: The well is dry", "Ada Moore: The cattle have died"],
    ),
    "a lead-in may break off": (
        ["The panel reported that the dam was:", '"… old and cracked. Nobody repaired it."'],
        ["panel: Nobody repaired it"],
    ),
    "who goes on is who spoke": (
        ["Ada Moore said that the well was dry. Moore continued:", "> The cattle have died."],
        ["Ada Moore: the well was dry", "Ada Moore: The cattle have died"],
    ),
    "a heading that ends with a colon speaks for its list": (
        ["# Harbour Board Assessment:", "- The pier is safe.", "The trial began in May."],
        ["Harbour Board Assessment: The pier is safe", "The trial began in May"],
    ),
    "a label names who speaks": (
        ["MR MOSS: I believed the report until 2003.", 'The Harbour Board: "We closed the pier."', "The trial began."],
        ["Moss: I believed the report until 2003", "Harbour Board: We closed the pier", "The trial began"],
    ),
    "a heading within a line is no label": (
        ["Chemical Weapons: the army held no shells."],
        ["Chemical Weapons: the army held no shells"],
    ),
    "a quotation is of whom the sentence before is about": (
        ['Anna Weiss criticised the plan on Friday. "The plan ignores the harbour. The pier was never safe."'],
        [
            "Anna Weiss criticised the plan on Friday",
            "Anna Weiss: The plan ignores the harbour",
            "Anna Weiss: The pier was never safe",
        ],
    ),
    "a damaged name is mended": (
        ["U. officials said that the ship had sunk."],
        ["U.S. officials: the ship had sunk"],
    ),
    "a heading and a question say nothing": (
        ["# The ship had sunk", "Had the ship sunk? The captain said that it had burnt."],
        ["captain: it had burnt"],
    ),
}


@pytest.mark.parametrize(("blocks", "expected"), CHAINS.values(), ids=CHAINS)
def test_each_claim_has_its_chain_of_asserters(blocks: list[str], expected: list[str]) -> None:
    assert lines(*blocks) == expected


def one(*blocks: str) -> Claim:
    """Return the last claim of a page."""
    return claims(*blocks)[-1]


def test_the_pages_own_statement_has_the_source_alone() -> None:
    assert one("The bridge fell in 1901.").asserters == ("Gazette",)


def test_hearsay_is_nobody_in_particular() -> None:
    assert one("The tomb is thought to be Roman.").asserters == (AUTHOR_UNSPECIFIED, "Gazette")


def test_a_fragment_is_incomplete_and_its_government_is_offered_not_assumed() -> None:
    claim = one("Norway and Sweden signed the treaty. government's belief that the treaty had failed.")

    assert not claim.complete
    assert claim.asserter == "government"
    assert set(claim.offered) == {"Norway", "Sweden"}


TURNED = {
    "what is denied item by item": (["The minister denied:", "- that he knew of the plan."], PolarityKind.DENIAL),
    "what a lead-in negates": (["The declaration did not:", "- account for the shells."], PolarityKind.ASSERTION),
    "what is doubted": (["The treasurer doubted that the accounts were right."], PolarityKind.DENIAL),
    "a report that is turned down": (
        ["Reports that the dam had failed were dismissed by the board."],
        PolarityKind.DENIAL,
    ),
    "a claim that is turned down as false": (
        ["The board dismissed as false the claim that the dam had failed."],
        PolarityKind.DENIAL,
    ),
    "evidence with its speaker inside": (
        ["There is no evidence, the minister said, that the army bought uranium."],
        PolarityKind.EVIDENTIAL,
    ),
}


@pytest.mark.parametrize(("blocks", "kind"), TURNED.values(), ids=TURNED)
def test_a_frame_that_negates_is_never_lost(blocks: list[str], kind: PolarityKind) -> None:
    found = claims(*blocks)

    assert [(each.polarity, each.polarity_kind) for each in found] == [(Polarity.NEG, kind)]


def test_a_name_that_begins_with_a_negation_denies_nothing() -> None:
    assert one("The film Don't Look Up won a prize.").polarity is Polarity.POS


def test_a_dateline_is_no_part_of_the_first_claim() -> None:
    assert lines("PARIS (AFP) \u2014 The minister said that the talks had failed.") == [
        "minister: the talks had failed"
    ]


def test_a_frame_behind_a_clause_dates_the_report() -> None:
    claim = one("The dam was cracked in 1985, the panel said on 3 May 1990.")

    assert [(date.edtf, date.role) for date in claim.dates] == [
        ("1985", DateRole.EVENT),
        ("1990-05-03", DateRole.REPORT),
    ]


def test_a_pronoun_that_nobody_fits_is_a_problem_and_no_guess() -> None:
    found = list(extract.claims(page("It said that the dam was cracked.")))

    assert [each.asserter for each in found if isinstance(each, Claim)] == [AUTHOR_UNSPECIFIED]
    assert [each.code for each in found if isinstance(each, Problem)] == ["no-asserter"]


UNNAMED = {
    "a participle": "Claiming that the dam was safe, the road was opened.",
    "a noun without an owner": "The inquiry began with the allegation that the dam was unsafe.",
}


@pytest.mark.parametrize("text", UNNAMED.values(), ids=UNNAMED)
def test_a_report_of_nobody_is_a_problem(text: str) -> None:
    assert [each.code for each in extract.claims(page(text)) if isinstance(each, Problem)] == ["no-asserter"]


def test_what_an_author_says_of_himself_is_no_problem() -> None:
    assert [each for each in extract.claims(page("We know that the dam was safe.")) if isinstance(each, Problem)] == []


def test_a_vocabulary_names_asserters_places_and_periods() -> None:
    words = vocabulary({"metonyms": {"Oslo": "Government of Norway"}, "periods": {"the Great Frost": "1708/1709"}})
    document = page("Oslo said that the fleet was lost in the Great Frost.")
    claim = next(each for each in extract.claims(document, vocabulary=words) if isinstance(each, Claim))

    assert claim.asserter == "Government of Norway"
    assert [date.edtf for date in claim.dates] == ["1708/1709"]


def test_what_a_speaker_denies_is_negative_by_denial() -> None:
    claim = one("The club denied that the referee had been paid.")

    assert (claim.polarity, claim.polarity_kind) == (Polarity.NEG, PolarityKind.DENIAL)


def test_a_denied_negation_is_affirmed() -> None:
    assert one("The club denied that the referee had not been paid.").polarity is Polarity.POS


def test_a_date_in_the_frame_is_the_date_of_the_report() -> None:
    claim = one("On 3 May 1990 Anna Weiss said that the dam had failed in 1988.")

    assert [(date.edtf, date.role) for date in claim.dates] == [
        ("1990-05-03", DateRole.REPORT),
        ("1988", DateRole.EVENT),
    ]


def test_a_second_predicate_keeps_the_subject_of_the_first() -> None:
    claim = one("The choir drew its singers from four towns, and was able to tour by 1983.")

    assert claim.text == "was able to tour by 1983"
    assert claim.subject == "The choir"


def test_the_heading_and_the_rest_of_the_sentence_are_context() -> None:
    claim = one("# The second wreck", "Of its hull the captain remarked that it was older.")

    assert "Of its hull" in claim.context
    assert "The second wreck" in claim.context


def test_a_hedge_and_the_polarity_are_read_of_what_is_said_not_of_the_frame() -> None:
    claim = one("The captain, who could not swim, said that the ship had probably sunk.")

    assert (claim.polarity, claim.modality) == (Polarity.POS, Modality.LIKELY)


def test_every_rule_that_fired_is_shown_where_it_fired() -> None:
    document = page("The club denied that the referee had been paid.")
    claim = next(each for each in extract.claims(document) if isinstance(each, Claim))

    assert {(cue.rule, cue.span.of(document.text)) for cue in claim.cues} >= {("attribution.that-clause", "denied")}


SCRAPS = (
    'The minister said that "it had not found" no evidence of tons 1991 , . ; : [13] \u201cWe\u201d \u2019s \u00ad \n '
    "\r\n according to U. officials believe which says and was denied 2,500 - com- \U0001f600 \u4e2d e\u0301 \ufeff"
)
WORDS = st.sampled_from(SCRAPS.split(" "))
TEXTS = st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=40).map(" ".join))


@given(st.lists(TEXTS.filter(str.strip), max_size=3))
@settings(max_examples=1_000, deadline=None)
def test_every_claim_quotes_its_document_once_and_in_order(blocks: list[str]) -> None:
    document = page(*blocks)
    found = [each for each in extract.claims(document) if isinstance(each, Claim)]

    assert all(each.span.of(document.text) == each.quote for each in found)
    assert len({each.id for each in found}) == len(found)
    assert all(each.span.of(document.text).strip() for each in found)


@given(TEXTS)
@settings(max_examples=50, deadline=None)
def test_the_same_page_gives_the_same_claims(text: str) -> None:
    assert claims(text or ".") == claims(text or ".")


HOSTILE = {
    "dots": "." * 100_000,
    "brackets": "[(" * 30_000,
    "one endless sentence": "the report said that the mine and the mill " * 3_000,
    "quotation marks": '"a, ' * 20_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_page_ends(text: str) -> None:
    assert len(claims(text)) <= 100


def test_a_weekday_is_reckoned_from_the_date_line_above() -> None:
    (claim,) = claims("Bridge closed", "Friday, January 4, 2019", "The town closed the old bridge on Wednesday.")

    assert [date.edtf for date in claim.dates] == ["2019-01-02"]


def test_a_date_line_far_down_is_no_day_of_writing() -> None:
    *_, claim = claims(*["The town has a bridge."] * 9, "4 January 2019", "The town closed it on Wednesday.")

    assert [date.edtf for date in claim.dates] == ["XXXX"]
