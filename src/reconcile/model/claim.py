"""A claim: one thing that one asserter says at one place."""

from dataclasses import dataclass
from enum import StrEnum

from reconcile.model.identity import identifier
from reconcile.model.span import Span

AUTHOR_UNSPECIFIED = "unspecified"
"""The asserter of "thought to have", "reportedly": somebody, and the text does not say who."""


class Polarity(StrEnum):
    """Whether the asserter holds the statement or its negation."""

    POS = "pos"
    NEG = "neg"


class PolarityKind(StrEnum):
    """How a negation is made; they conflict differently.

    After NegEx and ConText (Chapman 2001, Harkema 2009) and FactBank (Sauri and Pustejovsky 2009).
    EVIDENTIAL is absence of evidence ("found no sign of"): weaker than a denial.
    """

    ASSERTION = "assertion"
    EVIDENTIAL = "evidential"
    DENIAL = "denial"
    IMPLICATIVE = "implicative"
    LEXICAL = "lexical"


class Modality(StrEnum):
    """How sure the asserter is of the statement as worded: the seven ICD 203 terms, and what that scale lacks.

    Scale ``icd203-2015``: Intelligence Community Directive 203, "Analytic Standards", 2 January 2015, D.6.e(2)(a).
    CERTAIN is a flat statement; POSSIBLE is "may", "could"; the last three make no claim about what is.
    """

    CERTAIN = "certain"
    ALMOST_CERTAIN = "almost certain"
    VERY_LIKELY = "very likely"
    LIKELY = "likely"
    EVEN = "roughly even"
    UNLIKELY = "unlikely"
    VERY_UNLIKELY = "very unlikely"
    REMOTE = "almost no chance"
    POSSIBLE = "possible"
    FUTURE = "future"
    CONDITIONAL = "conditional"
    UNDERSPECIFIED = "underspecified"


MODALITY_SCALE = "icd203-2015"


class DateRole(StrEnum):
    """What a date is the date of. Only like roles are compared."""

    EVENT = "event"
    REPORT = "report"
    BOUND = "bound"
    AS_OF = "asof"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text: EDTF (ISO 8601-2), its role, where it stands.

    ``inferred`` says that part of it stands elsewhere (the year, or the document's own date).
    """

    edtf: str
    role: DateRole
    span: Span
    inferred: bool = False


class QuantityRole(StrEnum):
    """Whether a quantity is what the claim is about, or only describes a thing in it (calibre, range, age)."""

    VALUE = "value"
    ATTRIBUTE = "attribute"


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity in the text as an interval in the unit as written.

    ``low`` and ``high`` are None where unbounded; ``low_open``/``high_open`` exclude the bound itself ("more than").
    ``unit`` is a key of ``values.quantity.UNITS``, a singular count noun ("warhead"), or empty for a bare number.
    ``counted`` is what is counted or measured, singular where it can be ("sodium cyanide", "chemical rocket").
    ``approximate`` is a hedge on the number ("about"), ``vague`` a number without digits ("tens of", "weeks").
    """

    low: float | None
    high: float | None
    unit: str
    counted: str
    role: QuantityRole
    span: Span
    low_open: bool = False
    high_open: bool = False
    approximate: bool = False
    vague: bool = False


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place in the text: its name, and the bearing where it is given from there ("north-west" of "Baghdad")."""

    name: str
    bearing: str
    span: Span


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase that a rule fired on: the explanation shown to the analyst.

    ``rule`` is stable and names the module and the rule: ``polarity.evidential``, ``attribution.that-clause``.
    """

    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that one asserter says at a span.

    ``quote`` is ``document.text[span.start:span.end]``, exactly. ``text`` is the same as one reads it: repaired,
    white space folded. ``context`` is what stands outside the quote and says what it is about: the rest of the
    sentence, what a pronoun stands for, the heading, the table's subject. ``subject`` is the grammatical or given
    subject with its pronoun resolved.

    ``asserters`` is the chain, innermost first: who holds it, who reports that, and last the document's own source,
    who carries it; a statement in the document's own voice has the source alone. ``offered`` are possible asserters
    that a person should confirm: proposed, never counted. ``confidence`` is ICD 203 analytic confidence ("high",
    "moderate", "low"), kept apart from likelihood.

    A claim that is not ``complete`` (a sentence cut off) is matched, and never counted for or against.
    """

    document: str
    span: Span
    ordinal: int
    quote: str
    text: str
    asserters: tuple[str, ...]
    polarity: Polarity = Polarity.POS
    polarity_kind: PolarityKind | None = None
    modality: Modality = Modality.CERTAIN
    confidence: str = ""
    dates: tuple[DateMention, ...] = ()
    quantities: tuple[QuantityMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    subject: str = ""
    context: str = ""
    complete: bool = True
    offered: tuple[str, ...] = ()
    cues: tuple[Cue, ...] = ()

    @property
    def id(self) -> str:
        """The claim's identifier: its place, not what was read into it."""
        return identifier("claim", self.document, self.span.start, self.span.end, self.ordinal)

    @property
    def asserter(self) -> str:
        """Who holds it: the innermost of the chain."""
        return self.asserters[0]

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that fired, each once, in order."""
        return tuple(dict.fromkeys(cue.rule for cue in self.cues))
