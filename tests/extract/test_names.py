"""One name for each asserter."""

import pytest

from reconcile.extract.names import Cast, figures, runs, states


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("the Commission of the Baltic", "Commission of the Baltic"),
        ("Mr. Olsen", "Olsen"),
        ("President Weiss", "President Weiss"),
        ("Foreign Minister Ilan Moss", "Ilan Moss"),
        ("Secretary of State Ada Moore", "Ada Moore"),
        ("a subsequent study by Chen and Moore", "Chen and Moore"),
        ("U. officials", "U.S. officials"),
        ("Judge Ilan Moss QC", "Ilan Moss"),
        ("animal welfare campaigner Ada Moore", "Ada Moore"),
        ("study co-author Professor Ada Moore of Kew University", "Ada Moore"),
        ("Envoy to Peru Doris Moss", "Doris Moss"),
        ("Department of Fisheries official Doris Moss", "Doris Moss"),
        ("trade and fisheries commissioner Doris Moss", "Doris Moss"),
        ("Labour leader and Prime Minister Doris Moss", "Doris Moss"),
        ("RSC's Doris Moss", "Doris Moss"),
        ("Doris Moss of the Reef and Kelp Foundation", "Doris Moss"),
        ("Dr. Doris Moss at Saint Olaf", "Doris Moss"),
        ("former mayor John Major", "John Major"),
        ("Mr Doris al-Moss", "Doris al-Moss"),
        ("President Moss and adviser Ada Moore", "President Moss and adviser Ada Moore"),
        ("the Governor of the Bank of Norway", "Governor of the Bank of Norway"),
        ("this Committee", "Committee"),
    ],
)
def test_a_name_is_written_without_what_its_bearer_is(written: str, name: str) -> None:
    assert Cast().resolve(written).name == name


def told(*sentences: str) -> Cast:
    """Return a cast that knows a text and has heard all its sentences."""
    cast = Cast.of([" ".join(sentences)])
    for sentence in sentences:
        cast.hear(sentence)
    return cast


KNOWN = {
    "a surname": ("The reef was mapped by Ada Moore.", "Moore", "Ada Moore"),
    "a title and a surname": ("The reef was mapped by Ilan Moss.", "Mr Moss", "Ilan Moss"),
    "a knight": ("The reef was mapped by Sir Ilan Moss.", "Sir Ilan", "Ilan Moss"),
    "a role before the name": ("Harbour Master and Mayor Ada Moore came.", "the mayor", "Ada Moore"),
    "a role in small letters": ("The reef was mapped by spokeswoman Ada Moore.", "the spokeswoman", "Ada Moore"),
    "a role behind the name": ("Ada Moore, the RSC Chairman, came.", "the Chairman", "Ada Moore"),
    "a role that says of what": ("Ada Moore, the mayor of Bergen, came.", "the mayor of Bergen", "Ada Moore"),
    "a role with its country": ("French President Ilan Moss came.", "the president of France", "Ilan Moss"),
    "a role before a comma": ("The coroner, Ilan Moss, came.", "the coroner", "Ilan Moss"),
    "a role as what somebody is": ("Ilan Moss is the harbour pilot.", "the pilot", "Ilan Moss"),
    "a role of a name that is in no list": ("Zwelithi Okpara, the mayor, came.", "the mayor", "Zwelithi Okpara"),
    "an Arabic article": ("Mr Tariq al-Mossi came.", "Mossi", "Tariq al-Mossi"),
    "a surname without accents": ("The reef was mapped by Ada Möre.", "Ms More", "Ada Möre"),
    "a body by its noun": ("The Kelp Foundation met.", "the foundation", "Kelp Foundation"),
    "a body by another word": ("The Bergen Herald was sold.", "the newspaper", "Bergen Herald"),
}


@pytest.mark.parametrize(("text", "said", "name"), KNOWN.values(), ids=KNOWN)
def test_a_description_stands_for_who_was_named_with_it(text: str, said: str, name: str) -> None:
    assert told(text).resolve(said).name == name


OPEN = {
    "another role": ("Ada Moore, the mayor, came.", "the coroner", "coroner"),
    "an aide's chief": (
        "Ilan Moss, private secretary to the Foreign Secretary, came.",
        "the Foreign Secretary",
        "Foreign Secretary",
    ),
    "another country": ("French President Ilan Moss came.", "the Polish president", "Polish president"),
    "two of the kind": ("The Kelp Foundation met the Reef Foundation.", "the foundation", "foundation"),
    "one surname of two": ("Ada Moore came.", "Moss", "Moss"),
}


@pytest.mark.parametrize(("text", "said", "name"), OPEN.values(), ids=OPEN)
def test_a_description_that_fits_nobody_or_several_stays_as_it_is(text: str, said: str, name: str) -> None:
    assert told(text).resolve(said).name == name


def test_a_long_acronym_is_itself_the_name_and_a_short_one_is_its_full_form() -> None:
    cast = Cast.of(["The World Reef Inspection Group Union (WRIGU) and the Red Sea Commission (RSC) met."])

    assert cast.resolve("the World Reef Inspection Group Union").name == "WRIGU"
    assert cast.resolve("the RSC").name == "Red Sea Commission"


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("Straw", True),
        ("court clerk", True),
        ("US authorities", True),
        ("divers from Norway", True),
        ("latest survey", True),
        ("local tradition", True),
        ("government and its camp", True),
        ("one of the divers", True),
        ("satellite imagery", False),
        ("Results", False),
        ("process", False),
        ("a number of other crystals", False),
        ("any overall survey", False),
        ("no-one", False),
        ("October", False),
        ("there", False),
    ],
)
def test_a_thing_says_nothing(name: str, may: bool) -> None:
    assert figures.may_speak(name) is may


def test_a_name_is_not_what_opens_the_sentence_and_has_no_brackets() -> None:
    cast = told("Ada Moore came.")
    cast.meet("Whether Moore")
    cast.meet("[I]f Moore")

    assert cast.resolve("Moore").name == "Ada Moore"
    assert cast.resolve("Ada [Moore]").name == "Ada Moore"


def test_a_particle_belongs_to_the_surname() -> None:
    assert told("Dominique de Moor came.").resolve("Mr de Moor").name == "Dominique de Moor"


@pytest.mark.parametrize("text", ["The RSC (Red Sea Commission) met.", "The Red Sea Commission, or RSC, met."])
def test_an_acronym_may_be_defined_either_way(text: str) -> None:
    assert Cast.of([text]).resolve("the RSC").name == "Red Sea Commission"


def test_a_mended_name_says_so() -> None:
    assert Cast().resolve("U. officials").rule == "repair.damaged-name"


def test_a_description_may_be_of_a_body_that_was_only_mentioned() -> None:
    cast = Cast()
    cast.hear("Divers of the Red Sea Commission went down.")

    assert cast.resolve("the Commission").name == "Red Sea Commission"


PRONOUNS = {
    "a man": (["Ada Moore", "Ilan Moss"], "he", "Ilan Moss"),
    "a woman before a man": (["Ada Moore", "Peter Moss"], "she", "Ada Moore"),
    "a spokeswoman": (["Peter Moss", "spokeswoman"], "she", "spokeswoman"),
    "no body for he": (["Peter Moss", "Red Sea Commission"], "he", "Peter Moss"),
    "no person for it": (["Red Sea Commission", "Peter Moss"], "it", "Red Sea Commission"),
    "a text for it": (["Moss Report"], "it", "Moss Report"),
    "several for they": (["inspectors", "Peter Moss"], "they", "inspectors"),
    "nobody for he": (["Ada Moore", "inspectors"], "he", "he"),
    "no number of somebody": (["Peter Moss", "Both"], "he", "Peter Moss"),
    "no things for they": (["inspectors", "containers"], "they", "inspectors"),
    "whose view": (["Peter Moss", "Red Sea Commission"], "its", "Red Sea Commission"),
    "whose view, a person's": (["Peter Moss", "Red Sea Commission"], "his", "Peter Moss"),
    "one of those who are named together": (["Ilan Moore", "Peter Moss and three of his friends"], "he", "Peter Moss"),
    "with its verb": (["Peter Moss"], "he'd", "Peter Moss"),
    "no relative of somebody": (["Peter Moss", "His father"], "he", "Peter Moss"),
}


@pytest.mark.parametrize(("met", "said", "name"), PRONOUNS.values(), ids=PRONOUNS)
def test_a_pronoun_stands_for_the_last_that_it_may_stand_for(met: list[str], said: str, name: str) -> None:
    cast = Cast()
    for each in met:
        cast.meet(each)

    assert cast.resolve(said).name == name


def test_a_kind_that_is_known_is_believed() -> None:
    cast = Cast()
    cast.meet("Norling", "body")

    assert cast.resolve("it").name == "Norling"


def test_a_pronoun_with_nobody_before_it_stays_a_pronoun() -> None:
    assert Cast().resolve("He").name == "he"


def test_a_pronoun_is_given_up_when_its_person_was_not_named_for_long() -> None:
    cast = Cast()
    cast.meet("Peter Moss")
    for _ in range(9):
        cast.hear("The tide went out.")

    assert cast.resolve("he").name == "he"


def test_a_pronoun_may_stand_for_the_only_woman_of_the_last_sentence() -> None:
    cast = told("A letter reached Captain Ada Moore on Friday.")

    assert cast.resolve("she").name == "Ada Moore"


def test_a_pronoun_in_what_somebody_says_is_that_one_where_it_can_be() -> None:
    cast = Cast()
    cast.meet("Peter Moss")

    assert cast.resolve("he", "Ilan Weiss").name == "Ilan Weiss"
    assert cast.resolve("he", "Red Sea Commission").name == "Peter Moss"


def test_a_long_document_is_remembered_in_bounds() -> None:
    cast = Cast()
    for number in range(9_000):
        cast.hear(f"Captain Ada Moore{number} met the Reef{number} Company.")

    assert len(cast.known) < 9_000
    assert len(cast.stage) + len(cast.lately) < 20


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ada Moore", figures.PERSON),
        ("Mr Moss", figures.PERSON),
        ("Ministry of Fisheries", figures.BODY),
        ("UNKELP", figures.BODY),
        ("Norway", figures.BODY),
        ("Moss Report", figures.TEXT),
        ("officials", figures.MANY),
        ("Ada Moore and Peter Moss", figures.MANY),
        ("witness", figures.PERSON),
        ("Norling", ""),
    ],
)
def test_a_name_is_of_a_kind_by_its_words(name: str, kind: str) -> None:
    assert figures.read(name).kind == kind


def test_the_states_of_a_text_come_last_first_and_once() -> None:
    assert states("Norway, Sweden and Norway again") == ["Norway", "Sweden"]


WHOLE = {
    "a role before its bearer": ("The Reef Minister Ada Moore said so.", "The Reef Minister", "Ada Moore"),
    "a role and a comma": ("The Reef Minister, Ada Moore, said so.", "The Reef Minister", "Ada Moore"),
    "a role, a comma and a verb": ("Norway's envoy, Ada Moore said so.", "Norway's envoy", "Ada Moore"),
    "somebody else behind a comma": ("For the envoy, Ada Moore is right.", "the envoy", "the envoy"),
    "a joined name": ("R&B said so.", "R", "R&B"),
    "a name joined by a dash": ("Baltic Export–Import Bank said so.", "Baltic Export", "Baltic Export–Import Bank"),
    "its president": ("Baltic Export–Import Bank president Ada Moore said so.", "Baltic Export", "Ada Moore"),
    "behind a heading": ("Reefs in winter The Survey stated that P.", "Reefs in winter", "The Survey"),
    "no role": ("The reef Ada Moore saw is gone.", "The reef", "The reef"),
}


@pytest.mark.parametrize(("text", "said", "name"), WHOLE.values(), ids=WHOLE)
def test_an_asserter_goes_on_as_far_as_its_name(text: str, said: str, name: str) -> None:
    start = text.index(said)

    assert runs.whole(text, start, start + len(said)) == name
