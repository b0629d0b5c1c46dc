"""Why a claim was read as it was, and how well claims are read at all: on the terminal."""

import json
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

import pytest

import stages
from reconcile import extract
from reconcile.cli import explanation
from reconcile.cli.sheet import Line
from reconcile.flow import toolbox
from reconcile.model import Cue, DateMention, DateRole, Modality, Polarity, PolarityKind, Span
from report import dossiers as a

TEXT = "It met.\nIt said that Iraq held no\u202e weapons that year."

QUOTE = "Iraq held no\u202e weapons that year"


def shown(lines: list[Line]) -> list[str]:
    return [f"{each.label}|" + "".join(text for text, _ in each.pieces) for each in lines]


def explained(text: str = TEXT, quote: str = QUOTE, by: str = "UNSCOM", **given: object) -> list[str]:
    within = replace(a.document(text), published=str(given.pop("published", "")))
    given |= {"text": given.pop("reads")} if "reads" in given else {}
    return shown(list(explanation.lines(a.party(within, a.claim(within, quote, by, **given)), within)))


def test_each_cue_stands_under_its_line_with_what_its_rule_means() -> None:
    cue = Cue("attribution.that-clause", Span(TEXT.index("said"), TEXT.index("said") + 4))

    told = explained(cues=(cue,))

    start = told.index("Rule|attribution.that-clause")
    assert "that-clause" in told[start + 1]
    assert told[start + 2] == "|“said”, characters 11 to 15"
    line, marks = told[start + 3], told[start + 4]
    assert [line[place] for place, mark in enumerate(marks) if mark == "^"] == list("said")


def test_what_a_document_hides_is_shown_and_the_marks_stay_in_place() -> None:
    cue = Cue("polarity.assertion", Span(TEXT.index("weapons"), TEXT.index("weapons") + 7))

    told = explained(cues=(cue,))

    line, marks = next((line, marks) for line, marks in pairwise(told) if "^" in marks)
    assert "‹U+202E›" in line
    assert line[marks.index("^") : marks.rindex("^") + 1] == "weapons"


def test_slots_and_what_was_inferred_are_told_with_their_evidence() -> None:
    date = DateMention("1998", DateRole.EVENT, Span(TEXT.index("that year"), len(TEXT) - 1), inferred=True)
    pronoun = Cue("attribution.pronoun", Span(8, 10))

    told = explained(
        by="UNSCOM",
        polarity=Polarity.NEG,
        polarity_kind=PolarityKind.ASSERTION,
        modality=Modality.LIKELY,
        dates=(date,),
        cues=(pronoun,),
        complete=False,
    )

    assert "Who|UNSCOM, in United Nations" in told
    assert "Polarity|neg, assertion: says it is not so" in told
    assert "Modality|likely" in told
    assert any(line.startswith("Date|1998, event") for line in told)
    assert any(line.startswith("Resolved|UNSCOM: ") and "“It”, characters 8 to 10" in line for line in told)
    assert any(line.startswith("Inferred|1998: ") and "“that year”" in line for line in told)
    assert any(line.startswith("Cut off|") for line in told)


def test_a_name_is_shown_where_it_stands_nearest_to_the_claim() -> None:
    text = "Hans Blix came.\nThen Hans\nBlix said that Iraq lied."

    told = explained(text, "Iraq lied", by="Hans Blix")

    assert told[told.index("Who|Hans Blix, in United Nations") + 1] == "|“Hans Blix”, characters 21 to 30"


def test_whom_a_pronoun_stands_for_is_shown_with_the_place_of_the_name() -> None:
    text = "UNSCOM met. It said that Iraq lied."

    told = explained(text, "Iraq lied", cues=(Cue("attribution.pronoun", Span(12, 14)),))

    (line,) = [line for line in told if line.startswith("Resolved|UNSCOM: ")]
    assert "“UNSCOM” stands last before it, characters 0 to 6" in line


def test_a_name_out_of_the_vocabulary_is_told_as_one() -> None:
    told = explained("The Survey Group said that Iraq lied.", "Iraq lied", by="Iraq Survey Group")

    assert any(line.startswith("Named|Iraq Survey Group: it does not stand so") for line in told)


@pytest.mark.parametrize(
    ("text", "words", "edtf", "evidence"),
    [
        ("It began in 1998. It fell on 2 May.", "on 2 May", "1998-05-02", "1998 stands before it, characters 12 to 16"),
        ("It began in 1998. It fell a year later.", "a year later", "1999", "1998 is the last year named before it"),
        ("It fell on 2 May.", "on 2 May", "2004-05-02", "the document is dated 30 September 2004"),
        ("It began in 1998. It fell on Friday.", "on Friday", "XXXX", "a date that is not told in the document"),
    ],
)
def test_where_the_rest_of_a_date_may_be_from_is_told(text: str, words: str, edtf: str, evidence: str) -> None:
    at = Span(text.index(words), text.index(words) + len(words))

    told = explained(text, text, dates=(DateMention(edtf, DateRole.EVENT, at, inferred=True),), published="2004-09-30")

    (line,) = [line for line in told if line.startswith(f"Inferred|{edtf}: ")]
    assert evidence in line
    assert f"“{words}”" in line


def test_a_repaired_word_is_shown_as_it_stands_and_as_it_is_read() -> None:
    told = explained(
        "The attempts failed com-\npletely.",
        "The attempts failed com-\npletely",
        reads="The attempts failed completely",
    )

    assert [line for line in told if line.startswith("Repaired|")] == [
        "Repaired|“com- pletely” is read as “completely”: damage, marks and line ends undone; the quote is as it stands"
    ]


def test_quotation_marks_and_spaces_are_no_repair() -> None:
    told = explained("It was “not\n easy”.", "It was “not\n easy”", reads='It was "not easy"')

    assert not any(line.startswith("Repaired|") for line in told)


def test_a_cue_that_another_outweighs_is_told_as_one() -> None:
    may = Cue("modality.possible", Span(0, 2))

    def word(modality: Modality) -> bool:
        return any("does not decide" in line for line in explained(cues=(may,), modality=modality))

    assert (word(Modality.POSSIBLE), word(Modality.LIKELY)) == (False, True)


def test_a_claim_without_a_cue_says_why_it_is_read_so() -> None:
    told = explained(by="United Nations")

    assert "states it flatly" in told[told.index("Rule|none") + 1]
    assert "Modality|certain: stated flatly" in told


def test_a_row_is_explained_by_its_columns_and_its_mapping(call, case: Path) -> None:
    (case / "sources" / "a.csv").write_text("name,born,died\nAda,1815,1852\n")
    (case / "sources" / "a.csv.mapping.toml").write_text(
        '[columns]\nname = "subject"\n[constants]\nasserter = "The Gallery"\n'
        '[[templates]]\nclaim = "{name} was born in {born}"\nvalid_time = "{born}"\n'
    )
    real = extract.claims
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(toolbox, "standard", lambda *_: replace(stages.TOOLS, extract=real))
        call("ingest", "sources/a.csv")
    row = json.loads(call("claims", "list", "--format", "jsonl").stdout)

    told = call("claims", "explain", row["id"]).stdout
    (program,) = json.loads(call("claims", "explain", row["id"], "--format", "json").stdout)

    assert "subject: “Ada”, characters 15 to 18" in told
    assert "asserter: “The Gallery”, the mapping, for the whole row" in told
    assert "claim: “Ada was born in 1815”, made by a template of the mapping" in told
    assert "Made        Ada was born in 1815: " in told
    assert ["subject"] in [cue["columns"] for cue in program["cues"]]


@pytest.mark.parametrize(("name", "told"), [("ffff", "nothing has that name"), ("a\nb", "nothing"), ("", "nothing")])
def test_a_name_that_is_none_is_told_in_one_line(call, analysed: Path, name: str, told: str) -> None:
    answer = call("claims", "explain", name)

    assert (answer.exit_code, answer.stdout, len(answer.stderr.splitlines())) == (1, "", 1)
    assert told in answer.stderr


def test_digits_that_several_begin_with_are_told_in_one_line(call, analysed: Path) -> None:
    (analysed / "sources" / "many.txt").write_text("".join(f"Site {number} was shut\n" for number in range(17)))
    call("ingest", "sources")
    digits = [json.loads(row)["id"][0] for row in call("claims", "list", "--format", "jsonl").stdout.splitlines()]

    answer = call("claims", "explain", max(digits, key=digits.count))

    assert (answer.exit_code, len(answer.stderr.splitlines())) == (1, 1)
    assert "give more digits" in answer.stderr


def test_a_long_cue_is_cut() -> None:
    text = "word " * 100
    told = explained(text, text.strip(), cues=(Cue("record.column", Span(0, 400)),))

    assert max(len(line) for line in told if "^" in line) <= explanation.LONGEST + 2


def test_a_claim_is_explained_by_its_first_digits_for_people_and_for_programs(call, analysed: Path) -> None:
    first = json.loads(call("claims", "list", "--format", "jsonl").stdout.splitlines()[0])

    people = call("claims", "explain", first["id"][:10])
    (program,) = json.loads(call("claims", "explain", first["id"], "--format", "json").stdout)

    assert people.exit_code == 0
    assert first["quote"] in people.stdout
    assert {"cues", "inferred", "subject", "asserters"} <= program.keys()
    assert program["id"] == first["id"]


def test_a_claim_that_is_not_there_is_told(call, analysed: Path) -> None:
    told = call("claims", "explain", "ffff")

    assert (told.exit_code, told.stdout) == (1, "")


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """Return a file of marked claims whose text stands in a folder beside it."""
    text = "Rockets numbered 2,500\nSarin was made\n"
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(text)
    marks = {"start": 0, "end": 16, "asserter": "AUTHOR", "polarity": "neg", "modality": "certain"}
    digest = sha256(text.encode()).hexdigest()
    row = {"kind": "document", "file": "a.txt", "sha256": digest, "start": 0, "end": 22, "claims": [marks]}
    file = tmp_path / "gold.jsonl"
    file.write_text("\n".join(map(json.dumps, ({"kind": "meta", "schema": "gold_extraction/1"}, row))))
    return file


def test_extraction_is_measured_against_marked_claims(call, gold: Path) -> None:
    told = call("bench", "extraction", gold, "--texts", gold.parent / "texts", "--format", "json")

    rows = {row["measure"]: row for row in json.loads(told.stdout)}
    assert told.exit_code == 0
    assert (rows["claims"]["recall"], rows["exact spans"]["right"], rows["polarity"]["share"]) == (1.0, 0, 0.0)
    assert "1 documents" in told.stderr


def test_each_error_is_a_line_with_its_place(call, gold: Path) -> None:
    told = call("bench", "extraction", gold, "--texts", gold.parent / "texts", "--errors")

    assert told.stdout.splitlines() == [
        "a.txt:0-22 0-16 polarity: expected neg, given pos: “Rockets numbered”",
        "a.txt:0-22 0-16 span: expected 0-16, given 0-22 “Rockets numbered 2,500”: “Rockets numbered”",
    ]


def test_texts_that_are_not_there_are_skipped_and_the_answer_says_so(call, gold: Path) -> None:
    told = call("bench", "extraction", gold)

    assert told.exit_code == 3
    assert "a.txt:0-22: skipped" in told.stderr


def test_a_bad_line_is_told_with_its_number(call, gold: Path) -> None:
    gold.write_text(gold.read_text() + "\n{}")

    told = call("bench", "extraction", gold)

    assert (told.exit_code, told.stdout) == (2, "")
    assert "line 3" in told.stderr


def test_where_nothing_is_measured_there_is_no_table(call, gold: Path) -> None:
    (gold.parent / "texts" / "a.txt").write_text("Rockets numbered 2,501\nSarin was made\n")

    told = call("bench", "extraction", gold, "--texts", gold.parent / "texts", "--format", "json")

    assert (told.exit_code, told.stdout) == (3, "")
    assert "a.txt is not the file that was marked" in told.stderr
    assert "nothing was measured" in told.stderr


@pytest.mark.parametrize("folder", ["none", "gold.jsonl"])
def test_a_folder_of_texts_that_is_none_is_told(call, gold: Path, folder: str) -> None:
    told = call("bench", "extraction", gold, "--texts", gold.parent / folder)

    assert (told.exit_code, told.stdout) == (2, "")
    assert "no such folder" in told.stderr


@pytest.mark.parametrize(
    ("before", "after"), [('"end": 22', '"end": 99'), ('"claims": [{', '"claims": [{"dates": [DATE], ')]
)
def test_what_is_marked_beyond_the_end_of_a_text_is_told_with_its_line(
    call, gold: Path, before: str, after: str
) -> None:
    beyond = json.dumps({"start": 90, "end": 99, "edtf": "1998", "role": "event"})
    gold.write_text(gold.read_text().replace(before, after.replace("DATE", beyond)))

    told = call("bench", "extraction", gold, "--texts", gold.parent / "texts")

    assert (told.exit_code, told.stdout, len(told.stderr.splitlines())) == (2, "", 1)
    assert "gold.jsonl, line 2: " in told.stderr


def test_a_file_that_no_folder_can_hold_is_not_there(call, gold: Path) -> None:
    gold.write_text(gold.read_text().replace("a.txt", "a" * 5000))

    assert call("bench", "extraction", gold, "--texts", gold.parent / "texts").exit_code == 3


def test_annotations_of_several_become_one_file_without_text(call, gold: Path) -> None:
    claim = {"id": "c1", "quote": "Sarin was made", "asserter": "AUTHOR", "polarity": "pos", "modality": "certain"}
    for name in ("A.json", "B.json"):
        Path(name).write_text(json.dumps([{"doc": "a.txt", "start": 0, "end": 38, "claims": [claim]}]))

    told = call("bench", "annotations", "A.json", "B.json", "out.jsonl", "--texts", gold.parent / "texts")

    assert told.exit_code == 0
    assert "2 claims" in told.stderr
    assert "Sarin" not in Path("out.jsonl").read_text()
