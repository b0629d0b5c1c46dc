"""A workspace's own words: one name for each thing, and a clear word where the tables contradict themselves."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reconcile.values import entries, words
from reconcile.values.senses import Sense
from reconcile.values.vocabulary import EMPTY, Vocabulary
from reconcile.values.words import Term

TOLD = {
    "aliases": {
        "Iraq Survey Group": ["the Survey Group"],
        "New York Times": "the Times",
        "Tareq Aziz": ["Dr. Aziz"],
        "WMD programmes": ["CW programme"],
    },
    "broader": {"Al Samoud missile": "ballistic missile", "ballistic missile": ["delivery system"]},
    "metonyms": {"Baghdad": "Government of Iraq"},
    "spellings": {"Samud": "Samoud", "Tariq": "Tareq"},
    "periods": {"Iran-Iraq War": "1980-09-22/1988-08-20"},
    "acronyms": {"ISG": "Iraq Survey Group", "MoD": "Ministry of Defence"},
}
KNOWN = entries.vocabulary(TOLD)
NAMES = sorted({name for pair in KNOWN.names() for name in pair})

prose = st.lists(st.sampled_from([*NAMES, "the", "Samud", "said", "missiles", ".", ",", "Times", "Baghdad"])).map(
    " ".join
)


def concepts(found: tuple[Term, ...]) -> list[str]:
    return [term.concept for term in found]


@given(st.text())
def test_an_empty_one_changes_nothing(text: str) -> None:
    assert EMPTY.terms(text) == words.terms(text)
    assert EMPTY.asserter(text) == EMPTY.canonical(text) == EMPTY.spelling(text) == text
    assert list(EMPTY.mentions(text)) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_name_of_a_thing_leads_to_one_that_leads_to_itself(name: str) -> None:
    (known,) = {known for known, other in KNOWN.names() if other == name}

    assert KNOWN.canonical(name) == KNOWN.canonical(known) == known


@given(prose)
def test_mentions_stand_in_order_and_each_is_a_name_of_what_it_says(text: str) -> None:
    found = list(KNOWN.mentions(text))

    assert all(before.end <= after.start for before, after in pairwise(found))
    assert all(KNOWN.canonical(text[each.start : each.end]) == each.name for each in found)


@given(prose)
def test_terms_stand_in_the_text_in_order(text: str) -> None:
    found = KNOWN.terms(text)

    assert all(0 <= term.start < term.end <= len(text) for term in found)
    assert [term.start for term in found] == sorted(term.start for term in found)


@pytest.mark.parametrize(("known", "other"), [pair for pair in KNOWN.names() if pair[0] != pair[1]])
def test_two_names_of_one_thing_make_the_same_terms(known: str, other: str) -> None:
    assert concepts(KNOWN.terms(f"it saw {known} there")) == concepts(KNOWN.terms(f"it saw {other} there"))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the ISG’s report", "Iraq Survey Group"),
        ("IRAQ SURVEY GROUP", "Iraq Survey Group"),
        ("CW Programmes", "WMD programmes"),
        ("Dr Aziz", "Tareq Aziz"),
        ("Tariq Aziz", "Tareq Aziz"),
        ("two Al-Samud missiles", "Al Samoud missile"),
    ],
)
def test_a_name_is_known_in_another_form(text: str, name: str) -> None:
    assert [each.name for each in KNOWN.mentions(text)] == [name]


@pytest.mark.parametrize("text", ["two times", "mod cons", "it was isg", "CW. Programme", "the Survey, Group Two"])
def test_what_only_looks_like_a_name_is_none(text: str) -> None:
    assert list(KNOWN.mentions(text)) == []


def test_a_metonym_speaks_for_somebody_and_is_no_other_name_of_his() -> None:
    assert KNOWN.asserter("Baghdad") == "Government of Iraq"
    assert KNOWN.canonical("Baghdad") == "Baghdad"


def test_an_acronym_speaks_as_whom_it_is_short_for() -> None:
    assert KNOWN.asserter("the ISG") == "Iraq Survey Group"


@pytest.mark.parametrize(("word", "chosen"), [("Samud", "Samoud"), ("samud", "samoud"), ("Tareq", "Tareq")])
def test_a_variant_is_spelt_as_chosen(word: str, chosen: str) -> None:
    assert KNOWN.spelling(word) == chosen


def test_an_unknown_name_is_spelt_as_chosen() -> None:
    assert KNOWN.canonical("Tariq al-Hashimi") == "Tareq al-Hashimi"


def test_what_is_narrower_answers_all_the_way_up_and_down() -> None:
    (samoud,) = concepts(KNOWN.terms("Al Samoud missiles"))
    (system,) = concepts(KNOWN.terms("delivery systems"))

    assert KNOWN.senses.sense(samoud, system) is Sense.NARROWER
    assert KNOWN.senses.sense(system, samoud) is Sense.BROADER
    assert KNOWN.senses.facets(samoud) & KNOWN.senses.probes(system)
    assert KNOWN.senses.facets(system) & KNOWN.senses.probes(samoud)


def test_two_kinds_of_one_thing_do_not_answer_each_other() -> None:
    known = entries.vocabulary({"broader": {"alder tree": "wood stock", "linden bush": "wood stock"}})
    (alder,), (linden,) = concepts(known.terms("alder tree")), concepts(known.terms("linden bush"))

    assert known.senses.sense(alder, linden) is Sense.NONE


def test_the_digest_is_of_the_content_and_not_of_its_order() -> None:
    turned = {table: dict(reversed(list(held.items()))) for table, held in reversed(list(TOLD.items()))}

    assert entries.vocabulary(turned).digest == KNOWN.digest
    assert EMPTY.digest == ""


@pytest.mark.parametrize("table", TOLD)
def test_whatever_is_left_out_changes_the_digest(table: str) -> None:
    less = {name: held for name, held in TOLD.items() if name != table}

    assert entries.vocabulary(less).digest != KNOWN.digest


def test_a_vocabulary_may_be_made_without_a_file() -> None:
    assert Vocabulary(acronyms={"ISG": "Iraq Survey Group"}).canonical("ISG") == "Iraq Survey Group"


CHAIN = {f"term {n}a": f"term {n + 1}a" for n in range(entries.DEEPEST + 1)}


@pytest.mark.parametrize(
    ("told", "named"),
    [
        ({"alias": {}}, "[aliases]"),
        ({"aliases": ["Survey Group"]}, "[aliases]"),
        ({"aliases": {"Survey Group": 3}}, "'Survey Group'"),
        ({"aliases": {"Survey Group": ["ISG", 3]}}, "'Survey Group'"),
        ({"metonyms": {"Baghdad": ["Iraq"]}}, "'Baghdad'"),
        ({"aliases": {"…": "Survey Group"}}, "'…'"),
        ({"aliases": {"Survey Group": ""}}, "'Survey Group'"),
        ({"aliases": {"Survey Group": "g" * 201}}, "'Survey Group'"),
        ({"aliases": {"Survey Group": "ISG", "Security Guard": "ISG"}}, "'ISG'"),
        ({"aliases": {"Survey Group": "ISG", "ISG": "Inspectors"}}, "'ISG'"),
        ({"aliases": {"Survey Group": "ISG"}, "acronyms": {"ISG": "Security Guard"}}, "'ISG'"),
        ({"broader": {"mustard gas": "agent", "agent": "mustard gas"}}, "mustard gas"),
        ({"broader": {"agent": "the agent"}}, "agent"),
        ({"broader": CHAIN}, "'term 0a'"),
        ({"metonyms": {"Baghdad": "Iraq", "Iraq": "Baghdad"}}, "'Baghdad'"),
        ({"spellings": {"al Husayn": "Hussein"}}, "'al Husayn'"),
        ({"spellings": {"Husayn": "Husein", "Husein": "Hussein"}}, "'Husayn'"),
        ({"periods": {"the War": "eight years"}}, "'the War'"),
        ({"periods": {"the War": "1988/1980"}}, "'the War'"),
        ({"acronyms": {"un": "United Nations"}}, "'un'"),
    ],
)
def test_what_contradicts_itself_is_told_with_its_name(told: dict[str, object], named: str) -> None:
    with pytest.raises(entries.BadEntries) as raised:
        entries.vocabulary(told)

    assert named in raised.value.complaints[0]
    assert all("\n" not in complaint and len(complaint) < 300 for complaint in raised.value.complaints)


names = st.text(max_size=30)


@given(st.dictionaries(st.sampled_from([*entries.TABLES, "other"]), st.dictionaries(names, names | st.lists(names))))
def test_any_tables_make_a_vocabulary_or_complaints(told: dict[str, object]) -> None:
    try:
        made = entries.vocabulary(told)
    except entries.BadEntries as error:
        complaints, wrong = error.complaints, []
    else:
        complaints, wrong = ("none",), [other for known, other in made.names() if made.canonical(other) != known]

    assert complaints
    assert wrong == []
