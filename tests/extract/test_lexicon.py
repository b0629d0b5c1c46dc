"""The words that report: every verb by every form, and no word twice."""

import pytest

from reconcile.extract import cues
from reconcile.extract.by_words.complement import FRAMES
from reconcile.extract.cues import begins_phrasal, lexicon, past_only, phrasal_verb, report_noun, report_verb, verbs
from reconcile.extract.names import figures

LETTERS = {letter for letter, _ in FRAMES} | {"o"}
STANCES = {"says", "claims", "believes", "knows", "judges", "finds", "estimates", "denies", "orders", "doubts"}

FORMS = {
    "say": "say says said saying",
    "tell": "tell tells told telling",
    "deny": "deny denies denied denying",
    "admit": "admit admits admitted admitting",
    "infer": "infer infers inferred inferring",
    "quip": "quip quips quipped quipping",
    "swear": "swear swears swore sworn swearing",
    "foresee": "foresee foresees foresaw foreseen foreseeing",
    "emphasize": "emphasize emphasise emphasises emphasised emphasising",
    "recognize": "recognize recognizes recognise recognised recognising",
    "agree": "agree agrees agreed agreeing",
    "protest": "protest protests protested protesting",
    "wonder": "wonder wonders wondered wondering",
    "find": "find finds found finding",
}


@pytest.mark.parametrize(("base", "written"), FORMS.items(), ids=FORMS)
def test_a_verb_is_known_by_each_of_its_forms(base: str, written: str) -> None:
    assert {verb.base for form in written.split() if (verb := report_verb(form))} == {base}
    assert all(report_verb(form) for form in written.split())


@pytest.mark.parametrize("base", sorted(verbs()))
def test_every_verb_is_known_by_its_base_or_by_its_past(base: str) -> None:
    past = [form for form in cues.forms(base) if form.endswith("ed")]

    assert report_verb(base) if base not in past_only() else any(report_verb(form) for form in past)


def test_whatever_verbs_take_has_a_frame() -> None:
    rows = [*lexicon()["verbs"].values(), *lexicon()["phrasal"].values()]

    assert {letter for row in rows for letter in row["takes"]} == LETTERS
    assert {row["stance"] for row in rows} <= STANCES


def test_a_verb_that_may_stand_without_that_is_a_report_verb() -> None:
    bare = lexicon()["bare"]["verbs"].split()

    assert [verb for verb in bare if verb not in verbs() and verb not in {"decide", "mean"}] == []


@pytest.mark.parametrize("word", ["projects", "minutes", "orders", "seed", "details", "the", "table", "walked"])
def test_a_noun_or_another_verb_reports_nothing(word: str) -> None:
    assert report_verb(word) is None


@pytest.mark.parametrize("word", ["says", "found", "saw", "reads", "shows", "holds"])
def test_one_verb_may_belong_to_several_classes(word: str) -> None:
    found = report_verb(word)

    assert found is not None
    assert len(found.stances) == len(set(found.stances))


@pytest.mark.parametrize(
    ("words", "base", "length"),
    [
        ("pointed out that the well was dry", "point out", 2),
        ("made it clear that", "make it clear", 3),
        ("was firmly of the view that", "be of the view", 5),
        ("set out that", "set out", 2),
        ("ruled out a", "rule out", 2),
        ("called for a", "call for", 2),
    ],
)
def test_a_verb_of_several_words_is_found_with_its_length(words: str, base: str, length: int) -> None:
    found = phrasal_verb(words.split())

    assert found is not None
    assert (found[0].base, found[1]) == (base, length)
    assert begins_phrasal(words.split()[0])


@pytest.mark.parametrize("words", ["pointed at the well", "set the table", "made a chair", "was old", ""])
def test_the_first_word_alone_is_no_verb_of_several(words: str) -> None:
    assert phrasal_verb(words.split()) is None


@pytest.mark.parametrize("noun", ["belief", "beliefs", "findings", "denial", "judgements", "assessment", "advice"])
def test_report_nouns_are_known_in_the_plural_too(noun: str) -> None:
    assert report_noun(noun)


def test_what_turns_a_statement_down_is_a_report_noun_or_has_an_owner() -> None:
    told = cues.nouns("report") | cues.nouns("owned")

    assert cues.nouns("denials") <= told


def test_no_given_name_is_both_a_mans_and_a_womans() -> None:
    names = figures.names()["given"]

    assert not set(names["he"].split()) & set(names["she"].split())
