"""The plain way to compare: every claim with every other by RapidFuzz, on a sample, since it takes so long."""

import time
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from reconcile.bench.tellings import Telling

CLAIMS = 5_000
QUERIES = 100
AMONG = 50


def measured(told: Sequence[Telling]) -> Mapping[str, object]:
    """Return time and recall of ``token_set_ratio``, the best of its scorers at this, among claims of whole facts.

    The sample is of the facts first in number, as many as fill it; its first claims ask.
    """
    sample = sorted(told, key=lambda each: each.fact)[:CLAIMS]
    fact = np.array([each.fact for each in sample])
    texts = [each.claim.text.lower() for each in sample]
    asked = np.linspace(0, len(sample) - 1, min(QUERIES, len(sample))).astype(int)
    before = time.process_time()
    scores = process.cdist([texts[n] for n in asked], texts, scorer=fuzz.token_set_ratio, dtype=np.float32)
    taken = time.process_time() - before
    return {
        "claims": len(sample),
        "queries": len(asked),
        "cpu_seconds": round(taken, 2),
        "cpu_ms_per_query": round(1000 * taken / len(asked), 2),
        f"recall@{AMONG}": round(_recall(scores, fact, asked), 4),
    }


def _recall(scores: NDArray[np.float32], fact: NDArray[np.int64], asked: NDArray[np.int64]) -> float:
    scores[np.arange(len(asked)), asked] = -1
    nearest = np.argsort(-scores, axis=1, kind="stable")[:, :AMONG]
    hits = int((fact[nearest] == fact[asked][:, None]).sum())
    return hits / max(1, int((np.bincount(fact)[fact[asked]] - 1).sum()))
