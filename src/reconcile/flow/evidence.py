"""The reading that a decision rests on: a verdict and its two claims, as one digest."""

import hashlib
import json
from dataclasses import asdict

from reconcile.model import Claim, Verdict


def digest(verdict: Verdict, left: Claim, right: Claim) -> str:
    """Return the SHA-256, in hexadecimal, of all that is known of the two claims and of what the machine said of them.

    Anything that a reader of the conflict would see otherwise changes it: the words, who says them, the reasons.
    """
    told = {"verdict": asdict(verdict), "left": asdict(left), "right": asdict(right)}
    text = json.dumps(told, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()
