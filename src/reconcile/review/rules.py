"""Which decision is possible when, what it needs, and what it leads to."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from reconcile.model import Decision, Modality, NotAllowed, Ruling, Standing, Status, UsageError, Verb

NEXT: Mapping[tuple[Status, Verb], Status] = {
    (Status.OPEN, Verb.ASSIGN): Status.UNDER_REVIEW,
    (Status.OPEN, Verb.RESOLVE): Status.RESOLVED,
    (Status.OPEN, Verb.DISMISS): Status.DISMISSED,
    (Status.OPEN, Verb.COMMENT): Status.OPEN,
    (Status.UNDER_REVIEW, Verb.ASSIGN): Status.UNDER_REVIEW,
    (Status.UNDER_REVIEW, Verb.RESOLVE): Status.RESOLVED,
    (Status.UNDER_REVIEW, Verb.DISMISS): Status.DISMISSED,
    (Status.UNDER_REVIEW, Verb.COMMENT): Status.UNDER_REVIEW,
    (Status.UNDER_REVIEW, Verb.REOPEN): Status.OPEN,
    (Status.RESOLVED, Verb.REOPEN): Status.OPEN,
    (Status.RESOLVED, Verb.COMMENT): Status.RESOLVED,
    (Status.DISMISSED, Verb.REOPEN): Status.OPEN,
    (Status.DISMISSED, Verb.COMMENT): Status.DISMISSED,
    (Status.SUSPECT, Verb.ASSIGN): Status.UNDER_REVIEW,
    (Status.SUSPECT, Verb.RESOLVE): Status.RESOLVED,
    (Status.SUSPECT, Verb.DISMISS): Status.DISMISSED,
    (Status.SUSPECT, Verb.REOPEN): Status.OPEN,
    (Status.SUSPECT, Verb.COMMENT): Status.SUSPECT,
}
"""Everything that may happen. What is not in the table is not allowed."""

OUTCOME: Mapping[Verb, Status] = {verb: status for (_, verb), status in NEXT.items() if verb is not Verb.COMMENT}
"""Where each verb leads, wherever it starts from. A comment leads nowhere."""

EXPLAINED = frozenset({Verb.RESOLVE, Verb.DISMISS, Verb.REOPEN, Verb.COMMENT})
"""What needs a rationale."""

LIKELIHOOD = tuple(
    str(term)
    for term in (
        Modality.REMOTE,
        Modality.VERY_UNLIKELY,
        Modality.UNLIKELY,
        Modality.EVEN,
        Modality.LIKELY,
        Modality.VERY_LIKELY,
        Modality.ALMOST_CERTAIN,
    )
)
"""The seven terms of Intelligence Community Directive 203 (2015), D.6.e(2)(a), least likely first."""

CONFIDENCE = ("high", "moderate", "low")
"""Analytic confidence in the same directive: how good the evidence is, apart from how likely the judgement."""


def standing(decisions: Iterable[Decision], *, reading: str | None = None) -> Standing:
    """Fold the decisions on one conflict, oldest first. As of a date: pass those up to it.

    ``reading`` is the digest of the evidence as it stands now: a conflict settled on another one is suspect.
    """
    now = Standing()
    for decision in decisions:
        now = after(now, decision)
    return now if reading is None else held_to(now, reading)


def after(standing: Standing, decision: Decision) -> Standing:
    """Return where ``decision`` leaves a conflict.

    It was checked when it was made; the fold does not judge it again, so that no entry can make a history unreadable.
    """
    if decision.verb is Verb.COMMENT:
        return replace(standing, number=decision.number, comments=standing.comments + 1)
    return Standing(
        status=OUTCOME[decision.verb],
        verdict=decision.verdict,
        rationale=decision.rationale,
        actor=decision.actor,
        at=decision.at,
        assignee=assignee(standing, decision),
        likelihood=decision.likelihood,
        confidence=decision.confidence,
        number=decision.number,
        ruled=decision.number,
        reading=decision.reading,
        comments=standing.comments,
    )


def assignee(standing: Standing, decision: Decision) -> str:
    """Return who is to look at it: whoever was assigned last, until it is reopened for anybody."""
    if decision.verb in (Verb.ASSIGN, Verb.REOPEN):
        return decision.assignee
    return standing.assignee


def held_to(standing: Standing, reading: str) -> Standing:
    """Return ``standing`` as suspect when it was settled on another reading of the evidence than ``reading``."""
    settled = standing.status in (Status.RESOLVED, Status.DISMISSED)
    return replace(standing, status=Status.SUSPECT) if settled and standing.reading != reading else standing


def check(decision: Decision, standing: Standing) -> None:
    """Raise NotAllowed when ``decision`` is not possible from ``standing``, UsageError when it lacks something."""
    if (standing.status, decision.verb) not in NEXT:
        allowed = tuple(str(verb) for status, verb in NEXT if status == standing.status)
        last = f"by {standing.actor} at {standing.at}" if standing.actor else ""
        raise NotAllowed(decision.verb, decision.conflict, standing.status, allowed, last)
    if decision.verb in EXPLAINED and not (decision.rationale or "").strip():
        raise UsageError(f"to {decision.verb} a conflict takes a rationale: say why, in a sentence")
    if decision.verb is Verb.RESOLVE and decision.verdict is None:
        raise UsageError(f"to resolve a conflict takes a verdict: one of {', '.join(Ruling)}")
    if decision.verb is Verb.ASSIGN and not decision.assignee.strip():
        raise UsageError("to assign a conflict takes the name of who is to look at it")
    listed("likelihood", decision.likelihood, LIKELIHOOD)
    listed("confidence", decision.confidence, CONFIDENCE)


def listed(field: str, value: str, terms: tuple[str, ...]) -> None:
    """Raise UsageError, which lists the terms, when ``value`` is given and is none of them."""
    if value and value not in terms:
        raise UsageError(f"{field} is {value!r}; it takes one of: {', '.join(terms)}")


def completed(decision: Decision) -> Decision:
    """Return ``decision`` with what it implies: a dismissal without a verdict says that there is no conflict."""
    if decision.verb is Verb.DISMISS and decision.verdict is None:
        return replace(decision, verdict=Ruling.NOT_A_CONFLICT)
    return decision
