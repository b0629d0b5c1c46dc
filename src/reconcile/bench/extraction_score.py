"""How right extraction is on one document: claims, spans and fields held against the marked ones."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reconcile.bench import mention_score
from reconcile.bench.asserter_names import names_nobody, same
from reconcile.bench.claim_alignment import Match, aligned
from reconcile.bench.extraction_gold import AUTHOR, UNSPECIFIED, GoldClaim, GoldDocument
from reconcile.bench.mention_score import Compared
from reconcile.model import AUTHOR_UNSPECIFIED, Claim, Modality, Polarity, Span

MODALITIES: Mapping[Modality, str] = {
    Modality.CERTAIN: "certain",
    Modality.ALMOST_CERTAIN: "probable",
    Modality.VERY_LIKELY: "probable",
    Modality.LIKELY: "probable",
    Modality.EVEN: "possible",
    Modality.UNLIKELY: "probable",
    Modality.VERY_UNLIKELY: "probable",
    Modality.REMOTE: "probable",
    Modality.POSSIBLE: "possible",
    Modality.FUTURE: "future",
    Modality.CONDITIONAL: "conditional",
    Modality.UNDERSPECIFIED: "underspecified",
}
"""The annotators' six classes; a term below even is probable of the opposite, which the polarity says."""


NOTHING = "nothing"
"""What is said of a side that has none."""


@dataclass(frozen=True, slots=True)
class Miss:
    """Something that was found otherwise than it is marked, or only on one side; offsets are the document's."""

    document: str
    span: Span
    field: str
    expected: str
    given: str
    quote: str

    def __str__(self) -> str:
        """Say it in one line."""
        place = f"{self.document} {self.span.start}-{self.span.end}"
        return (
            f"{place} {self.field}: expected {self.expected or NOTHING}, given {self.given or NOTHING}: “{self.quote}”"
        )


@dataclass(slots=True)
class Score:
    """Counts of what is ``expected``, ``given`` and ``right`` by measure, and each thing that is not right."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)

    def add(self, measure: str, expected: int = 0, given: int = 0, right: int = 0) -> None:
        """Count for one measure."""
        for what, number in (("expected", expected), ("given", given), ("right", right)):
            self.counts[measure, what] += number

    def asked(self, measure: str, right: bool) -> None:
        """Count one question that has one answer."""
        self.add(measure, 1, 1, int(right))

    def take(self, other: "Score") -> None:
        """Add another document's."""
        self.counts.update(other.counts)
        self.misses += other.misses


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is being scored: the marked document, its text, the claims found in it, and where the result goes."""

    gold: GoldDocument
    text: str
    found: Sequence[Claim]
    score: Score

    def miss(self, field: str, span: Span, expected: str, given: str) -> None:
        """Note something that is not right; the words are those of the text at hand."""
        self.score.misses.append(Miss(self.gold.id, span, field, expected, given, span.of(self.text)))


def score(gold: GoldDocument, text: str, found: Iterable[Claim]) -> Score:
    """Hold the claims found in ``text`` against the marked ones; those outside of the window count for nothing."""
    near = [claim for claim in found if claim.span.overlaps(gold.window)]
    sheet = Sheet(gold, text, near, Score())
    laid = aligned(gold.claims, [claim.span for claim in near])
    for match in laid.matches:
        _matched(sheet, match)
    for claim in (gold.claims[number] for number in laid.missed):
        if not claim.optional:
            _missed(sheet, claim)
    for extra in (near[number] for number in laid.extra):
        if gold.window.contains(extra.span):
            _extra(sheet, extra)
    return sheet.score


def _matched(sheet: Sheet, match: Match) -> None:
    """Score a claim that was found; one that may be left out counts for nothing."""
    members = [sheet.gold.claims[number] for number in match.gold]
    gold = next((each for each in members if not each.optional), None)
    if gold is None:
        return
    found = [sheet.found[number] for number in match.found]
    sheet.score.add("claims", 1, 1, 1)
    exact = _exact(members, [claim.span for claim in found])
    sheet.score.asked("exact spans", exact)
    if not exact:
        sheet.miss("span", gold.span, _place(gold.span), " + ".join(_quoted(sheet, claim.span) for claim in found))
    _asserter(sheet, gold, found[0])
    _polarity(sheet, gold, found[0])
    _modality(sheet, gold, found[0])
    _mentions(sheet, members, found, matched=True)


def _missed(sheet: Sheet, claim: GoldClaim) -> None:
    sheet.score.add("claims", expected=1)
    sheet.miss("claim", claim.span, "a claim", "")
    _mentions(sheet, [claim], [])


def _extra(sheet: Sheet, claim: Claim) -> None:
    sheet.score.add("claims", given=1)
    sheet.miss("claim", claim.span, "", "a claim")
    _mentions(sheet, [], [claim])


def _place(span: Span) -> str:
    return f"{span.start}-{span.end}"


def _quoted(sheet: Sheet, span: Span) -> str:
    return f"{_place(span)} “{span.of(sheet.text)}”"


def _exact(members: Sequence[GoldClaim], found: Sequence[Span]) -> bool:
    """Say whether the found stretches are just those marked, in any of the ways that count as right."""
    gold = members[0]
    if found[0] in (*gold.spans, *(whole for each in members for whole in each.wholes)):
        return True
    ordered = sorted(found)
    ends = Span(ordered[0].start, max(span.end for span in ordered))
    covered = Span(min(each.span.start for each in members), max(each.span.end for each in members))
    whole = len(members) > 1 or (len(found) > 1 and not gold.pieces)
    return ordered == sorted(gold.pieces) or (whole and ends == covered)


def asserter_of(claim: Claim) -> str:
    """Return who holds a claim as annotators write it: a name, ``AUTHOR`` or ``UNSPECIFIED``."""
    if len(claim.asserters) == 1:
        return AUTHOR
    return UNSPECIFIED if claim.asserter == AUTHOR_UNSPECIFIED else claim.asserter


def _asserter(sheet: Sheet, gold: GoldClaim, claim: Claim) -> None:
    given = asserter_of(claim)
    verdict = judged(gold, given, claim.asserters[-1], gold.written.of(sheet.text) if gold.written else "")
    score = sheet.score
    score.asked("asserters", verdict == "right")
    if gold.named:
        score.asked("named asserters", verdict == "right")
        score.asked("named asserters, not resolved", verdict == "written")
    score.asked("wrong names", verdict == "wrong")
    if verdict != "right":
        sheet.miss("asserter" if verdict == "missed" else f"asserter, {verdict}", gold.span, gold.asserters[0], given)


def judged(gold: GoldClaim, given: str, source: str, written: str) -> str:
    """Judge an asserter: "right", "written" (the text's own words, not resolved), "wrong" (another name), "missed".

    ``source`` publishes the document: what it says in its own voice is its own, by name too.
    """
    nobody = given in (AUTHOR, UNSPECIFIED)
    name = source if given == AUTHOR else given
    for wanted in gold.asserters:
        plain = wanted in (AUTHOR, UNSPECIFIED)
        if (given == wanted) if plain else (given != UNSPECIFIED and same(name, wanted)):
            return "right"
    if nobody or names_nobody(given):
        return "missed"
    return "written" if written and _plain(written) == _plain(given) else "wrong"


def _plain(name: str) -> str:
    words = name.casefold().replace("’", "'").removesuffix("'s").split()
    return " ".join(words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words)


def _polarity(sheet: Sheet, gold: GoldClaim, claim: Claim) -> None:
    right = str(claim.polarity) in gold.polarities
    sheet.score.asked("polarity", right)
    if not right:
        sheet.miss("polarity", gold.span, "/".join(sorted(gold.polarities)), str(claim.polarity))
    elif claim.polarity is Polarity.NEG and gold.kinds - {"counterfactual"}:
        known = str(claim.polarity_kind) in gold.kinds
        sheet.score.asked("kind of negation", known)
        if not known:
            sheet.miss("kind of negation", gold.span, "/".join(sorted(gold.kinds)), str(claim.polarity_kind))


def _modality(sheet: Sheet, gold: GoldClaim, claim: Claim) -> None:
    right = MODALITIES[claim.modality] in gold.modalities
    sheet.score.asked("modality", right)
    if not right:
        sheet.miss("modality", gold.span, "/".join(sorted(gold.modalities)), str(claim.modality))


def _mentions(sheet: Sheet, gold: Sequence[GoldClaim], found: Sequence[Claim], *, matched: bool = False) -> None:
    """Score the dates and quantities of claims that belong together, or that stand alone on one side."""
    for measure, (name, compare) in MENTIONS.items():
        result = compare(gold, found)
        for each in (measure, f"{measure} in matched claims")[: 1 + matched]:
            sheet.score.add(each, result.expected, result.given, result.right)
        sheet.score.add(f"{measure}, exact span", result.expected, result.given, result.exact)
        for difference in result.differences:
            sheet.miss(name, difference.span, difference.expected, difference.given)


MENTIONS: Mapping[str, tuple[str, Callable[[Iterable[GoldClaim], Iterable[Claim]], Compared]]] = {
    "dates": ("date", mention_score.dates),
    "quantities": ("quantity", mention_score.quantities),
}
"""What is compared of each claim besides its own fields."""
