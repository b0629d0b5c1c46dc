"""Commands about conflicts: listing them, reading one, deciding."""

from typing import Annotated

import typer

from reconcile.cli import sheet
from reconcile.cli.desk import Desk
from reconcile.cli.door import commands, group
from reconcile.cli.facts import show_one
from reconcile.cli.job import CONFLICTS, FAIL_ON, earlier
from reconcile.cli.options import (
    ACTOR,
    ANALYTIC,
    CONFIDENCE,
    CONFLICT,
    FORMAT,
    KIND,
    LIKELIHOOD,
    RATIONALE,
    RELATION,
    SEEN,
    SOURCE,
    STANDING,
    TOPIC,
    VERDICT,
    Which,
)
from reconcile.cli.output import Format, Listing, show
from reconcile.flow.draft import SETTLED, Draft
from reconcile.model import Discrepancy, Relation, Ruling, Verb
from reconcile.report import rows

COLUMNS = {
    "id": "id",
    "kind": "kind",
    "severity": "severity",
    "confidence": "confidence",
    "standing": "standing",
    "left": "left.asserter",
    "right": "right.asserter",
    "why": "why",
}


def add_to(app: typer.Typer) -> None:
    """Add these commands."""
    made = group("conflicts", "Where sources contradict each other, and what people decided.")
    commands(made, {"list": listed, "show": shown, "resolve": resolve, "dismiss": dismiss, "reopen": reopen})
    commands(made, {"comment": comment, "assign": assign})
    app.add_typer(made)


def listed(
    desk: Desk,
    *,
    verdict: RELATION = Which.CONFLICT,
    kind: KIND = None,
    source: SOURCE = None,
    topic: TOPIC = None,
    standing: STANDING = None,
    min_confidence: CONFIDENCE = 0.0,
    fail_on: FAIL_ON = None,
    format: FORMAT = Format.TABLE,  # noqa: A002 - the option's name
) -> int:
    """List conflicts, what matters most first; with --verdict also what agrees or is compatible."""
    from reconcile.flow import select

    wanted = select.Filter(
        None if verdict is Which.ALL else Relation(verdict),
        kind or (),
        source or (),
        topic or (),
        standing or (),
        min_confidence,
    )
    with desk.store() as opened, opened.reading() as reader:
        found = select.discrepancies(reader, wanted)
        earlier(desk, reader)
    show(Listing(map(rows.conflict, found), COLUMNS), format)
    return CONFLICTS if fail_on and any(map(unsettled, found)) else 0


def unsettled(found: Discrepancy) -> bool:
    """Say whether it is a conflict that nobody has settled."""
    return found.verdict.relation is Relation.CONFLICT and found.standing.status not in SETTLED


def shown(desk: Desk, conflict: CONFLICT, *, format: FORMAT = Format.TABLE) -> None:  # noqa: A002
    """Show one verdict with both quotes in context, its decisions, and the number to decide on it with."""
    from reconcile.flow import listing

    with desk.store() as opened, opened.reading() as reader:
        found, decisions = listing.conflict(reader, conflict, desk.settings.report.context)
        earlier(desk, reader, {found.left.claim.document, found.right.claim.document})
    if format is Format.TABLE:
        sheet.show(sheet.conflict(found, decisions))
    else:
        show_one(listing.conflict_row(found, decisions), format)


def resolve(
    desk: Desk,
    conflict: CONFLICT,
    *,
    verdict: Annotated[Ruling, typer.Option("--verdict", help="What you found.")],
    rationale: RATIONALE,
    likelihood: LIKELIHOOD = "",
    confidence: ANALYTIC = "",
    seen: SEEN = None,
    actor: ACTOR = "",
) -> None:
    """Settle a conflict: which side holds, or why neither does."""
    decide(desk, Draft(conflict, Verb.RESOLVE, rationale, verdict, likelihood, confidence, seen=seen))


def dismiss(
    desk: Desk,
    conflict: CONFLICT,
    *,
    rationale: RATIONALE,
    verdict: VERDICT = None,
    seen: SEEN = None,
    actor: ACTOR = "",
) -> None:
    """Put a conflict aside; without --verdict as no conflict."""
    decide(desk, Draft(conflict, Verb.DISMISS, rationale, verdict, seen=seen))


def reopen(desk: Desk, conflict: CONFLICT, *, rationale: RATIONALE, seen: SEEN = None, actor: ACTOR = "") -> None:
    """Take up a settled conflict again."""
    decide(desk, Draft(conflict, Verb.REOPEN, rationale, seen=seen))


def comment(desk: Desk, conflict: CONFLICT, *, rationale: RATIONALE, seen: SEEN = None, actor: ACTOR = "") -> None:
    """Say something about a conflict; it stays where it stands."""
    decide(desk, Draft(conflict, Verb.COMMENT, rationale, seen=seen))


def assign(
    desk: Desk,
    conflict: CONFLICT,
    *,
    to: Annotated[str, typer.Option("--to", help="Who is to look at it.", metavar="NAME")],
    rationale: RATIONALE,
    seen: SEEN = None,
    actor: ACTOR = "",
) -> None:
    """Give a conflict to somebody to look at."""
    decide(desk, Draft(conflict, Verb.ASSIGN, rationale, assignee=to, seen=seen))


def decide(desk: Desk, draft: Draft) -> None:
    """Record a decision, and say where the conflict stands then."""
    from reconcile.flow import decide

    with desk.store() as opened:
        decision, standing = decide.on(opened, draft, desk.by)
    desk.say(sheet.decided(decision, standing.status))
