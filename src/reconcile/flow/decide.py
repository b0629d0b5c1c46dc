"""A person's decision on a conflict: held to the rules, to the evidence as it stands, and to what others did."""

from collections.abc import Sequence

from reconcile import review
from reconcile.flow import evidence
from reconcile.flow.by import By
from reconcile.flow.draft import Draft
from reconcile.model import Decision, Standing
from reconcile.store import Reader, Store


def on(store: Store, draft: Draft, by: By) -> tuple[Decision, Standing]:
    """Record the decision; return it with its number, and where the conflict stands then.

    Raises NotFound, NotAllowed, UsageError for what is missing, and StaleError when somebody decided meanwhile.
    """
    with store.writing(at=by.at, actor=by.actor) as writer:
        conflict = writer.resolve("conflict", draft.conflict)
        made = writer.decisions(conflict)
        newest = made[-1].number if made else 0
        reading = reading_of(writer, conflict)
        decision = review.completed(decided(draft, conflict, reading, newest, by))
        # A stale decision is refused as stale, whatever the rules say of it: the store tells who did what meanwhile.
        if decision.seen == newest:
            review.check(decision, review.standing(made, reading=reading))
        writer.decide(decision)
        return standing_after(writer.decisions(conflict), reading)


def decided(draft: Draft, conflict: str, reading: str, newest: int, by: By) -> Decision:
    """Return the draft as a decision by a person at a moment."""
    return Decision(
        conflict=conflict,
        verb=draft.verb,
        actor=by.actor,
        at=by.at,
        rationale=draft.rationale.strip(),
        seen=newest if draft.seen is None else draft.seen,
        reading=reading,
        verdict=draft.verdict,
        likelihood=draft.likelihood,
        confidence=draft.confidence,
        assignee=draft.assignee,
    )


def reading_of(reader: Reader, conflict: str) -> str:
    """Return the digest of the evidence of a conflict as it stands."""
    verdict = reader.verdict(conflict)
    claims = reader.claims_of([verdict.left, verdict.right])
    return evidence.digest(verdict, claims[verdict.left], claims[verdict.right])


def standing_after(made: Sequence[Decision], reading: str) -> tuple[Decision, Standing]:
    """Return the newest decision and where all of them leave the conflict."""
    return made[-1], review.standing(made, reading=reading)
