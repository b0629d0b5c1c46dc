"""Linked claims to verdicts: conflict, agreement, or compatible and why."""

from reconcile.detect.arbiter import DETECTORS, Detector, verdicts

VERSION = "detectors/1"
"""Changes whenever the same links may give other verdicts."""

__all__ = ["DETECTORS", "VERSION", "Detector", "verdicts"]
