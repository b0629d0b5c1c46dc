"""The nouns: what the stages hand to each other, as frozen dataclasses.

One word, one meaning, in code, tables, commands and pages. Nothing here does anything but say what it is.
"""

from reconcile.model.claim import (
    AUTHOR_UNSPECIFIED,
    Claim,
    Cue,
    DateMention,
    DateRole,
    Modality,
    PlaceMention,
    Polarity,
    PolarityKind,
    QuantityMention,
    QuantityRole,
)
from reconcile.model.decision import Decision, Standing, Status, Verb
from reconcile.model.decision import Verdict as Ruling
from reconcile.model.document import Cell, Document, Layout, Record, Segment, Source
from reconcile.model.dossier import Discrepancy, Dossier, Party, Provenance
from reconcile.model.errors import (
    NotAllowed,
    NotFound,
    OutOfDate,
    ReconcileError,
    StaleError,
    UsageError,
)
from reconcile.model.identity import identifier
from reconcile.model.link import Link, Topic
from reconcile.model.problem import Problem
from reconcile.model.run import Checkpoint, Run
from reconcile.model.span import Span
from reconcile.model.verdict import Because, Kind, Relation, Verdict

__all__ = [
    "AUTHOR_UNSPECIFIED",
    "Because",
    "Cell",
    "Checkpoint",
    "Claim",
    "Cue",
    "DateMention",
    "DateRole",
    "Decision",
    "Discrepancy",
    "Document",
    "Dossier",
    "Kind",
    "Layout",
    "Link",
    "Modality",
    "NotAllowed",
    "NotFound",
    "OutOfDate",
    "Party",
    "PlaceMention",
    "Polarity",
    "PolarityKind",
    "Problem",
    "Provenance",
    "QuantityMention",
    "QuantityRole",
    "ReconcileError",
    "Record",
    "Relation",
    "Ruling",
    "Run",
    "Segment",
    "Source",
    "Span",
    "StaleError",
    "Standing",
    "Status",
    "Topic",
    "UsageError",
    "Verb",
    "Verdict",
    "identifier",
]
