"""What has been read of a document so far: who spoke last, who was named, under which heading and date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, TypedDict

from reconcile.extract import dates
from reconcile.extract.by_syntax.asserter import WORDS_SAID
from reconcile.extract.by_syntax.told import GOES_ON
from reconcile.extract.by_words.frames import speaks
from reconcile.extract.cues import report_noun, report_verb
from reconcile.extract.names import Cast
from reconcile.extract.names.figures import may_be_person, may_speak
from reconcile.extract.names.runs import whole
from reconcile.extract.names.written import FIRST_PERSON, PRONOUN
from reconcile.extract.sentences import LABEL, Sentence
from reconcile.extract.view import View
from reconcile.extract.voice import Statement, Voice
from reconcile.model import (
    AUTHOR_UNSPECIFIED,
    Claim,
    Cue,
    DateMention,
    DateRole,
    Document,
    Layout,
    Polarity,
    PolarityKind,
)
from reconcile.values.vocabulary import Vocabulary
from reconcile.values.words import lemma

UNNAMED_SUBJECTS = frozenset(
    "i we you it he she they there this that these those who which himself herself itself themselves".split()
)
"""Subjects that name nothing by themselves."""

NEGATED = re.compile(r"\b(?:not|never|neither)\s*:\Z", re.IGNORECASE)
"""A lead-in that negates what it leads to: "the declaration did not:"."""

OUTER = frozenset({"attribution.continued", "attribution.beside"})
"""Leads behind which a speaker of a sentence's own is the only one."""


HEAD = 8
"""Blocks at the beginning of a document among which its date line stands, if it has one."""

SHOWN = frozenset({"attribution.object", "attribution.evidence"})
"""Frames of what a thing shows: the words that are quoted next are not its."""


@dataclass(frozen=True, slots=True)
class Lead:
    """Who says what follows: of a lead-in ("it stated:"), a heading, a quotation that goes on; the evidence, when."""

    names: tuple[str, ...]
    cue: Cue
    turn: PolarityKind | None = None
    """How the lead-in negates what it leads to: "X denied:", "it did not:"."""


@dataclass(slots=True)
class Page:
    """The state of reading a document, block by block. Dates are placed in the document.

    ``lead`` says what follows until the block ends its reach, ``speaker`` what else is quoted in the block; ``named``
    is the person whom the sentence before is about, ``latest`` who was said to speak last.
    ``written`` is the day of the document's date line, ``blocks`` how many blocks were read.
    """

    document: Document
    cast: Cast
    vocabulary: Vocabulary
    heading: str = ""
    head: str = ""
    before: str = ""
    about: str = ""
    lead: Lead | None = None
    speaker: Lead | None = None
    named: Lead | None = None
    reported: tuple[DateMention, ...] = ()
    latest: str = ""
    carried: str = ""
    written: str = ""
    blocks: int = 0

    def dates(self, text: str) -> Sequence[DateMention]:
        """Return the dates of a block, a year that it does not give taken from what was read before it."""
        if not self.written and self.blocks < HEAD:
            self.written = dates.dateline(text)
        self.blocks += 1
        known = self.document.published
        published = self.written if self.written.startswith(known) else known
        found = dates.find(text, published, periods=self.vocabulary.periods, carried=self.carried)
        self.carried = dates.carry(found, self.carried, text, published)
        return found

    def headed(self, block: View) -> None:
        """Take a heading for context, and where it ends with a colon for who says what follows: "Assessment:"."""
        self.heading, self.head, self.reported = block.text, "", ()
        self.dates(block.text)
        self.cast.hear(block.text)
        if block.text.rstrip().endswith(":") and block.text[:1].isupper():
            name = self.cast.resolve(block.text.rstrip(": ")).name
            self.lead = Lead((name,), Cue("attribution.heading", block.origin(0, len(block.text))))

    def begin(self, layout: Layout, text: str, *, says: bool) -> None:
        """Begin a block: items stay under their lead-in, and a quotation under its speaker; a caption changes nothing.

        ``says`` tells whether the block has a sentence with a verb.
        """
        if layout is Layout.ITEM:
            self.speaker = None
        if layout is Layout.ITEM or not says:
            return
        quoted = text.lstrip()[:1] == '"'
        self.head, self.reported, self.named = "", (), None
        self.lead = self.lead if layout is Layout.QUOTATION or quoted else None
        self.speaker = self.speaker if quoted else None

    def labelled(self, block: View) -> None:
        """Take a label before a block's words for who says them: "MR BLAIR: I did"."""
        if label := LABEL.match(block.text):
            name = self.cast.resolve(_cased(label["name"])).name
            self.lead = Lead((name,), Cue("attribution.label", block.origin(*label.span("name"))))

    def run_in(self, block: View, sentence: Sentence, found: Sequence[DateMention]) -> None:
        """Take a head or a dateline for what follows: its words as context, its date as the date of the report."""
        self.head = block.text[sentence.start : sentence.end].rstrip(".")
        inside = (date for date in found if sentence.start <= date.span.start < sentence.end)
        self.reported = tuple(reported(block, date) for date in inside)

    def governs(self, text: str, sentence: Sentence) -> Lead | None:
        """Return who says a whole sentence: a lead-in's speaker, or a quotation's that goes on."""
        said = text[sentence.start : sentence.end]
        opened = text.count('"', 0, sentence.start) % 2 == 1
        starts = said[0] == '"' and (said.count('"') <= 2 or said.rstrip(".").endswith('"'))
        if self.lead or not (opened or starts):
            return self.lead
        self.speaker = self.speaker or (self.named if starts else None)
        return self.speaker

    def meet(self, block: View, each: Statement) -> None:
        """Remember whom a statement is about; of one that is reported, it is who reports it that is remembered."""
        who = block.text[slice(*each.about)] if each.about else ""
        if not who or who.lower() in UNNAMED_SUBJECTS:
            return
        self.about = who
        if not each.voices:
            if block.text.count('"', 0, each.start) % 2 == 0:
                self.cast.meet(self.cast.canonical(who))
            self.named = None if self.speaker else self._person(block, each.about or (0, 0))

    def _person(self, block: View, place: tuple[int, int]) -> Lead | None:
        """Return whom a sentence is about, if it is a person: a quotation behind it that names no speaker is theirs."""
        name = self.cast.canonical(block.text[slice(*place)])
        person = name[:1].isupper() and self.cast.kind(name) in {"person", ""} and may_be_person(name)
        return Lead((name,), Cue("attribution.beside", block.origin(*place))) if person else None

    def hand_over(self, block: View, sentence: Sentence, each: Statement, names: tuple[str, ...]) -> None:
        """Remember a speaker whose words follow: after a colon, or in further quotation marks."""
        said = block.text[sentence.start : sentence.end]
        if not each.voices and each.about and said.endswith(":") and _reports(said):
            name = self.cast.resolve(block.text[slice(*each.about)]).name
            who = Lead((name,), Cue("attribution.lead-in", block.origin(*each.about)))
            thing = WORDS_SAID & {lemma(word) for word in name.lower().split()} or not may_speak(name)
            self.lead = None if thing else who
        if not each.voices or not each.voices[0].name:
            return
        turn = PolarityKind.DENIAL if each.voices[0].denies else None
        place = block.origin(each.voices[0].start, each.voices[0].end)
        self.latest = names[0] if names and names[0][:1].isupper() else self.latest
        if said.endswith(":"):
            self.lead = Lead(names, Cue("attribution.lead-in", place), turn)
        elif '"' in said and each.voices[0].rule not in SHOWN:
            self.speaker = Lead(names, Cue("attribution.continued", place))


def negates(block: View, sentence: Sentence) -> Lead | None:
    """Return the lead of a sentence that negates what follows it, whoever says so: "the declaration did not:"."""
    if not NEGATED.search(block.text[sentence.start : sentence.end]):
        return None
    return Lead((), Cue("attribution.lead-in", block.origin(sentence.start, sentence.end)), PolarityKind.ASSERTION)


def _reports(said: str) -> bool:
    """Say whether a sentence that ends with a colon leads to words: "X issued a statement:", "X wrote to Y:"."""
    words = said.lower().rstrip(":").split()
    return any(report_verb(word) or report_noun(word) or speaks(word) for word in words)


def _cased(name: str) -> str:
    """Return a name in capitals as it is written elsewhere: "MR BLAIR" is "Mr Blair"."""
    return name.title() if name.isupper() and " " in name else name


def reported(block: View, date: DateMention) -> DateMention:
    """Return a date of a block's view as when something was reported, placed in the document; a bound stays one."""
    role = DateRole.REPORT if date.role is DateRole.EVENT else date.role
    return replace(date, role=role, span=block.origin(date.span.start, date.span.end))


def carried(claim: Claim, lead: Lead) -> Claim:
    """Put who says the whole of a claim before the source; a speaker of its own inside stays the innermost."""
    own = claim.asserters[:-1]
    if own and lead.cue.rule in OUTER:
        return claim
    return replace(
        claim,
        asserters=tuple(dict.fromkeys((*own, *lead.names, claim.asserters[-1]))),
        cues=(lead.cue, *claim.cues),
        **_turned(claim, lead.turn),
    )


class Turn(TypedDict, total=False):
    """What a lead-in that negates changes of a claim."""

    polarity: Polarity
    polarity_kind: PolarityKind | None


def _turned(claim: Claim, turn: PolarityKind | None) -> Turn:
    """Return the polarity of what stands under a lead-in that denies or negates it; of others, nothing new."""
    if turn is None:
        return {}
    if claim.polarity is Polarity.POS:
        return {"polarity": Polarity.NEG, "polarity_kind": turn}
    return {"polarity": Polarity.POS, "polarity_kind": None}


class Chain(NamedTuple):
    """The asserters of a statement, innermost first and the source last, and the rules that resolved their names."""

    names: tuple[str, ...]
    resolved: tuple[tuple[str, Voice], ...]


def _asserter(page: Page, name: str) -> str:
    """Return the name of an asserter; a pronoun that nobody fits is no name, nor is nothing."""
    return page.vocabulary.asserter(name) if name and name.lower() not in PRONOUN else AUTHOR_UNSPECIFIED


def chain(page: Page, text: str, voices: Sequence[Voice], lead: Lead | None = None) -> Chain:
    """Return who says something, each by one name; "I" and "we" are whoever leads to the sentence."""
    names: list[str] = []
    rules: list[tuple[str, Voice]] = []
    for voice in reversed(voices):
        if not voice.name:
            names.append(AUTHOR_UNSPECIFIED)
            continue
        first = voice.name.lower() in FIRST_PERSON and lead
        outer = names[-1] if names else lead.names[0] if first and lead and lead.names else ""
        found = page.cast.resolve(_written(text, voice), outer)
        if not may_speak(found.name):
            continue
        same = voice.rule == GOES_ON and found.name[:1].islower() and page.latest
        names.append(page.latest if same else _asserter(page, found.name))
        if found.rule:
            rules.append((found.rule, voice))
    return Chain(tuple(dict.fromkeys((*reversed(names), page.document.source.name))), tuple(rules))


def _written(text: str, voice: Voice) -> str:
    """Return an asserter as far as its text goes on with it, where it is found as written."""
    found = text[voice.start : voice.end] == voice.name
    return whole(text, voice.start, voice.end) if found else voice.name
