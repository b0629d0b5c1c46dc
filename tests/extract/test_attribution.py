"""Who says what in a sentence: a case for each frame."""

import pytest

from extract.prose_page import READINGS, lines, said, stated

FRAMES = {
    "that-clause": ("The mayor said that the bridge was closed.", "The mayor", "the bridge was closed"),
    "that-clause after a date": (
        "The ministry announced on 3 May 1990 that the dam had failed.",
        "The ministry",
        "the dam had failed",
    ),
    "that-clause after an addressee": (
        "Dr. Osei told the committee that the vaccine worked.",
        "Dr. Osei",
        "the vaccine worked",
    ),
    "fronted date": ("On 3 May 1990 Anna Weiss said that the dam had failed.", "Anna Weiss", "the dam had failed"),
    "fronted topic": (
        "Of the second wreck the captain remarked that it was older.",
        "the captain",
        "it was older",
    ),
    "bare clause": ("The pilot said the engine stopped.", "The pilot", "the engine stopped"),
    "bare clause that begins with a number": ("Police said three people died.", "Police", "three people died"),
    "bare clause after a circumstance": (
        "The pilot said at a hearing on Friday the engine stopped.",
        "The pilot",
        "the engine stopped",
    ),
    "bare clause with an apposition": (
        "The navy said the Orion, a ferry built in Kiel, had sunk.",
        "The navy",
        "the Orion, a ferry built in Kiel, had sunk",
    ),
    "bare clause after an addressee": ("The pilot told reporters he lost control.", "The pilot", "he lost control"),
    "goes on to say": ("The owner continued to state that the hull was sound.", "The owner", "the hull was sound"),
    "it was said": ("It was reported that the hull was sound.", "?", "the hull was sound"),
    "it was said by somebody": (
        "It was reported by the crew that the hull was sound.",
        "the crew",
        "the hull was sound",
    ),
    "who was told is not who says it": ("The council was told that the hull was sound.", "?", "the hull was sound"),
    "who was told by somebody": (
        "The council was informed by the harbour master that the hull was sound.",
        "the harbour master",
        "the hull was sound",
    ),
    "according to, with an apposition": (
        "According to Ada Moore, the curator, the vase is a copy.",
        "Ada Moore",
        "the vase is a copy",
    ),
    "according to": ("According to the museum, the vase is a copy.", "the museum", "the vase is a copy"),
    "according to, last": ("The vase is a copy, according to the museum.", "the museum", "The vase is a copy"),
    "as X reported": ("As the Herald reported, the bank was sold.", "the Herald", "the bank was sold"),
    "so far as": ("The fleet lost no ship, so far as the admiral could tell.", "the admiral", "The fleet lost no ship"),
    "in X's view": ("In the auditor's view the accounts were false.", "the auditor", "the accounts were false"),
    "in the view of X": (
        "In the view of the auditor, the accounts were false.",
        "the auditor",
        "the accounts were false",
    ),
    "quotation first": ('"The river is clean," the minister said.', "the minister", "The river is clean"),
    "quotation first, verb before speaker": (
        '"The river is clean," said Ada Moore, a chemist.',
        "Ada Moore",
        "The river is clean",
    ),
    "quotation last": ('The minister said: "The river is clean."', "The minister", "The river is clean"),
    "trailing": ("The old script is a forgery, two scholars argue.", "two scholars", "The old script is a forgery"),
    "trailing with a time": (
        "The strike is over, the union said on Monday.",
        "the union",
        "The strike is over",
    ),
    "report noun": (
        "The board ignored the engineer's warning that the wall would fall.",
        "the engineer",
        "the wall would fall",
    ),
    "report noun with by": (
        "The court heard findings by the coroner that the drug was harmless.",
        "the coroner",
        "the drug was harmless",
    ),
    "noun as": (
        "Critics described the film as a remake of an older one.",
        "Critics",
        "the film as a remake of an older one",
    ),
    "noun to be": ("The court declared the will to be void.", "The court", "the will to be void"),
    "amount": ("The union put the crowd at 40,000.", "The union", "the crowd at 40,000"),
    "place": (
        "One guidebook placed the castle north-east of Lisbon.",
        "One guidebook",
        "the castle north-east of Lisbon",
    ),
    "evidence": (
        "The divers found no trace of the missing ferry.",
        "The divers",
        "no trace of the missing ferry",
    ),
    "counting": ("The hospital reported 31 new cases.", "The hospital", "31 new cases"),
    "what a text shows": ("The audit revealed a hidden loan.", "The audit", "a hidden loan"),
    "accusation": (
        "Farmers accused the company of poisoning the wells.",
        "Farmers",
        "the company of poisoning the wells",
    ),
    "denial of a doing": ("The club denies paying the referee.", "The club", "paying the referee"),
    "admission of a doing": ("The clerk admitted taking the money.", "The clerk", "taking the money"),
    "what somebody claims of himself": (
        "The diver claimed to have seen the wreck.",
        "The diver",
        "to have seen the wreck",
    ),
    "rejection": ("The ministry rejects the charge.", "The ministry", "The ministry rejects the charge"),
    "hearsay": ("The tomb is thought to be Roman.", "?", "The tomb is thought to be Roman"),
    "hearsay adverb": ("The heir reportedly left the country.", "?", "The heir reportedly left the country"),
}


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize(("sentence", "who", "what"), FRAMES.values(), ids=FRAMES)
def test_a_frame_gives_who_says_it_and_what_is_said(sentence: str, who: str, what: str, reading: str) -> None:
    assert said(sentence, reading) == [(who, what)]


SPLITS = {
    "what a paper says": (
        "The board issued a letter, which says the plant is safe.",
        [("", "The board issued a letter"), ("a letter", "the plant is safe")],
    ),
    "what others believe of a thing": (
        "The navy raised a hull that two historians believe still holds gold.",
        [("", "The navy raised a hull"), ("two historians", "still holds gold")],
    ),
    "what is thought of a thing": (
        "The navy raised a hull thought to have carried gold.",
        [("", "The navy raised a hull"), ("?", "hull thought to have carried gold")],
    ),
    "what somebody adds": (
        "The coach resigned on Friday, saying that the team had failed.",
        [("", "The coach resigned on Friday"), ("The coach", "the team had failed")],
    ),
    "a speaker between": (
        '"The well is dry," the farmer said, "and the cattle have died."',
        [("the farmer", "The well is dry"), ("the farmer", "the cattle have died")],
    ),
    "two things said": (
        "The mayor said that the bridge was closed and that the road had flooded.",
        [("The mayor", "the bridge was closed"), ("The mayor", "the road had flooded")],
    ),
    "a speaker behind two clauses": (
        "The vase is a copy and the lid is lost, curators said.",
        [("curators", "The vase is a copy"), ("curators", "the lid is lost")],
    ),
    "one speaker goes on": (
        "The clinic stated that the fire was out and added that the roof had failed.",
        [("The clinic", "the fire was out"), ("The clinic", "the roof had failed")],
    ),
    "who acts goes on to report": (
        "The coach praised the team, and repeated that he will stay.",
        [("", "The coach praised the team"), ("The coach", "he will stay")],
    ),
    "what a person says who is described": (
        "The prize went to the daughter of Ilan Moss, who said that it was late.",
        [("", "The prize went to the daughter of Ilan Moss"), ("Ilan Moss", "it was late")],
    ),
    "two speakers": (
        "The mayor said that the bridge was closed, whereas the police said it was open.",
        [("The mayor", "the bridge was closed"), ("the police", "it was open")],
    ),
    "what goes on behind a semicolon": (
        "The mayor said that the bridge was closed; the road had flooded.",
        [("The mayor", "the bridge was closed"), ("The mayor", "the road had flooded")],
    ),
    "what is told and set against it": (
        "The mayor said that the bridge was closed, but the road was open.",
        [("The mayor", "the bridge was closed"), ("The mayor", "the road was open")],
    ),
    "who thinks so says nothing more": (
        "The mayor believed that the bridge was closed, but the road was open.",
        [("The mayor", "the bridge was closed"), ("", "the road was open")],
    ),
    "a speaker within a speaker": (
        "The editor wrote that the mayor had said that the bridge was closed.",
        [("the mayor < The editor", "the bridge was closed")],
    ),
}


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize(("sentence", "answer"), SPLITS.values(), ids=SPLITS)
def test_each_voice_keeps_its_own_words(sentence: str, answer: list[tuple[str, str]], reading: str) -> None:
    assert said(sentence, reading) == answer


OWN_WORDS = (
    "The last report on the harbour in 1998 cost a fortune.",
    "Visitors were denied entry on two days.",
    "His office has neither confirmed nor denied the rumour.",
    "The lease expires after 2030.",
    "The audit could not confirm that figure.",
    "A drought is expected in the south.",
    "The firm reported the invention of a paint that could resist frost.",
    "Nurses in that state have access to the drug.",
    "It is not known how many horses died.",
)


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize("sentence", OWN_WORDS)
def test_a_report_word_that_reports_nothing_makes_no_speaker(sentence: str, reading: str) -> None:
    assert said(sentence, reading) == [("", sentence.rstrip("."))]


NAMES = {
    "apposition before": ("The mayor, Anna Weiss, said that the bridge was closed.", "Anna Weiss"),
    "apposition behind": ("Anna Weiss, the mayor, said that the bridge was closed.", "Anna Weiss"),
    "coordination": ("The IMF and the World Bank said that growth had slowed.", "The IMF and the World Bank"),
    "of-phrase": ("The governor of the central bank said that growth had slowed.", "The governor of the central bank"),
    "day without a comma": ("Monday morning officials said that growth had slowed.", "officials"),
    "time without a comma": ("A few days later the council said that growth had slowed.", "the council"),
    "adverb before the verb": ("Officials later said that growth had slowed.", "Officials"),
    "perfect": ("Officials have said that growth had slowed.", "Officials"),
}


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize(("sentence", "who"), NAMES.values(), ids=NAMES)
def test_a_speaker_is_the_whole_noun_phrase_and_no_more(sentence: str, who: str, reading: str) -> None:
    assert [each[0] for each in said(sentence, reading)] == [who]


def test_a_clause_may_follow_an_addressee_by_name_without_that() -> None:
    sentence = "A spokesman told Agence France-Presse inspectors had found nothing."

    assert said(sentence, "words") == [("A spokesman", "inspectors had found nothing")]
    assert lines("A spokesman told Reuters the pumps had failed.") == ["spokesman: the pumps had failed"]


@pytest.mark.parametrize("reading", READINGS)
@pytest.mark.parametrize(
    "text",
    ["Congress denied funding for the wall.", "The judge dismissed the lawsuit.", "The committee rejected the budget."],
)
def test_to_turn_a_thing_down_is_to_deny_no_statement(text: str, reading: str) -> None:
    (found,) = stated(text, reading)

    assert found.voices == ()
