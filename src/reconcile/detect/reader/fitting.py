"""The reader as it is fitted, in torch: an encoder of sentences that learns to read two at once.

The fit may be stopped at any time and goes on where it was: everything that it knows is in one file, replaced as a
whole. ``torch`` and ``transformers`` are imported here alone, and only when they are used.
"""

import json
import signal
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from random import Random
from types import FrameType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reconcile.detect.reader import COLUMNS, LONGEST
from reconcile.detect.reader.examples import Example

SEED = 1

BATCH, SORTED = 32, 64
"""Pairs of a step, and so many steps' pairs are sorted by length together, so that there is little padding."""

RATE, HEAD_RATE, WARM = 1e-4, 1e-3, 200
"""Rates of AdamW for the encoder and for the head, and the steps until they are reached. Then they stay."""

DECAY = 800
"""Steps in which the rates fall to nothing at the end. That alone raises accuracy by a point or two."""

SMOOTHED = 0.05
"""Share of the label that is spread over all three: some pairs are labelled wrongly."""

SAVED, SHOWN, SCORED = 100, 50, 1000
"""Steps between two checkpoints, two lines on the loss, and two lines with scores."""

CHECKPOINT, FINISH = "checkpoint.pt", "finish"
"""The file that the fit goes on from, and the one that asks it to come to its end."""


@dataclass(slots=True)
class State:
    """Where the fit is: steps and pairs so far, the pass, the steps of this pass, and the step that began the end."""

    step: int = 0
    epoch: int = 0
    at: int = 0
    decay: int | None = None
    seen: int = 0

    def rate(self) -> float:
        """Return the share of the full rates that this step has."""
        warm = min(1.0, (self.step + 1) / WARM)
        return warm if self.decay is None else warm * max(0.0, 1 - (self.step - self.decay) / DECAY)

    @property
    def ended(self) -> bool:
        """Whether the rates have fallen to nothing."""
        return self.decay is not None and self.step - self.decay >= DECAY


class Fit:
    """A network with its optimiser and its state, kept in ``folder``; ``encoder`` is the folder it starts from."""

    def __init__(self, encoder: Path, folder: Path, threads: int = 2) -> None:
        self.torch: Any = import_module("torch")
        transformers: Any = import_module("transformers")
        self.torch.set_num_threads(threads)
        self.torch.manual_seed(SEED)
        self.folder, self.state, self.stopped = folder, State(), False
        self.tokenizer = transformers.AutoTokenizer.from_pretrained(encoder)
        body = transformers.AutoModel.from_pretrained(encoder, add_pooling_layer=False)
        body.embeddings.word_embeddings.weight.requires_grad = False
        layers = self.torch.nn
        head = layers.Sequential(layers.Dropout(0.1), layers.Linear(2 * body.config.hidden_size, len(COLUMNS)))
        self.network = layers.ModuleDict({"body": body, "head": head})
        moved = [each for each in body.parameters() if each.requires_grad]
        groups = [{"params": moved, "lr": RATE}, {"params": head.parameters(), "lr": HEAD_RATE}]
        self.optimiser = self.torch.optim.AdamW(groups, weight_decay=0.01)

    def resume(self) -> None:
        """Go on from the checkpoint, if there is one."""
        file = self.folder / CHECKPOINT
        if not file.exists():
            return
        known = self.torch.load(file, weights_only=True)
        self.network.load_state_dict(known["net"])
        self.optimiser.load_state_dict(known["opt"])
        self.state = State(**known["st"])
        if "random" in known:
            self.torch.set_rng_state(known["random"])

    def save(self) -> None:
        """Write the checkpoint; whoever reads it meanwhile sees the one before."""
        known = {"net": self.network.state_dict(), "opt": self.optimiser.state_dict(), "st": asdict(self.state)}
        part = self.folder / f"{CHECKPOINT}.part"
        self.torch.save({**known, "random": self.torch.get_rng_state()}, part)
        part.replace(self.folder / CHECKPOINT)

    def scores(self, examples: Sequence[Example]) -> Any:
        """Return the scores of the three labels, (n, 3), before they are made probabilities."""
        texts = [each.first for each in examples], [each.second for each in examples]
        rows = self.tokenizer(*texts, truncation=True, max_length=LONGEST, padding=True, return_tensors="pt")
        found = self.network["body"](**rows).last_hidden_state
        mask = rows["attention_mask"][..., None].float()
        return self.network["head"](self.torch.cat([found[:, 0], (found * mask).sum(1) / mask.sum(1)], -1))

    def learn(self, examples: Sequence[Example]) -> float:
        """Make one step and return its loss."""
        for group, rate in zip(self.optimiser.param_groups, (RATE, HEAD_RATE), strict=True):
            group["lr"] = rate * self.state.rate()
        labels = self.torch.tensor([COLUMNS.index(each.label) for each in examples])
        loss = self.torch.nn.functional.cross_entropy(self.scores(examples), labels, label_smoothing=SMOOTHED)
        self.optimiser.zero_grad()
        loss.backward()
        self.torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimiser.step()
        self.state.step += 1
        self.state.at += 1
        self.state.seen += len(examples)
        return float(loss.item())

    def judged(self, examples: Sequence[Example]) -> NDArray[np.float32]:
        """Return the scores of many pairs, (n, 3), in their order, nothing dropped out."""
        self.network.eval()
        order = sorted(range(len(examples)), key=lambda number: len(examples[number]))
        found = np.zeros((len(examples), len(COLUMNS)), np.float32)
        with self.torch.no_grad():
            for start in range(0, len(order), BATCH):
                some = order[start : start + BATCH]
                found[some] = self.scores([examples[number] for number in some]).numpy()
        self.network.train()
        return found

    def matrices(self) -> Mapping[str, NDArray[np.float32]]:
        """Return all matrices by name, as ``export.write`` takes them."""
        return {name: each.numpy() for name, each in self.network.state_dict().items()}

    def stop(self, _signal: int, _frame: FrameType | None) -> None:
        """Ask the fit to stop after this step."""
        self.stopped = True


def batches(examples: Sequence[Example], epoch: int) -> list[list[int]]:
    """Return the numbers of the examples in the batches of one pass, the same for the same pass."""
    random = Random(epoch)  # noqa: S311 - no secret
    numbers = list(range(len(examples)))
    random.shuffle(numbers)
    found: list[list[int]] = []
    for start in range(0, len(numbers), BATCH * SORTED):
        some = sorted(numbers[start : start + BATCH * SORTED], key=lambda number: len(examples[number]))
        rows = [some[begin : begin + BATCH] for begin in range(0, len(some), BATCH)]
        random.shuffle(rows)
        found += rows
    return found


def accuracy(scores: NDArray[np.float32], examples: Sequence[Example]) -> float:
    """Return the share of the pairs whose highest score is that of their label."""
    labels = [COLUMNS.index(each.label) for each in examples]
    return round(float((scores.argmax(1) == labels).mean()), 3)


def run(fit: Fit, examples: Sequence[Example], scored: Mapping[str, Sequence[Example]]) -> None:
    """Fit until the end is reached, or until the program is asked to stop (SIGTERM); then leave a checkpoint.

    ``scored`` names examples that are only judged, now and then.
    """
    signal.signal(signal.SIGTERM, fit.stop)
    fit.resume()
    fit.network.train()
    said = Log(fit, lambda: {name: accuracy(fit.judged(some), some) for name, some in scored.items()})
    said.line("begun", pairs=len(examples), **asdict(fit.state))
    for batch in _steps(fit, examples):
        said.step(fit.learn([examples[number] for number in batch]), len(batch))
        if fit.stopped or fit.state.ended or fit.state.step % SAVED == 0:
            fit.save()
        if fit.stopped or fit.state.ended:
            break
    said.line("ended" if fit.state.ended else "stopped", **asdict(fit.state))


def _steps(fit: Fit, examples: Sequence[Example]) -> Iterator[list[int]]:
    """Yield batches from where the fit is, pass after pass."""
    while True:
        for batch in batches(examples, fit.state.epoch)[fit.state.at :]:
            if fit.state.decay is None and (fit.folder / FINISH).exists():
                fit.state.decay = fit.state.step
            yield batch
        fit.state.epoch, fit.state.at = fit.state.epoch + 1, 0


class Log:
    """Lines of JSON on standard output: how the loss stands, how fast it goes, and the scores."""

    def __init__(self, fit: Fit, scores: Callable[[], Mapping[str, float]]) -> None:
        self.fit, self.scores = fit, scores
        self.loss: float | None = None
        self.pairs, self.begun = 0, time.monotonic()

    def line(self, what: str, **told: object) -> None:
        """Write one line."""
        sys.stdout.write(json.dumps({"what": what, **told}) + "\n")
        sys.stdout.flush()

    def step(self, loss: float, pairs: int) -> None:
        """Take note of a step, and write what is due; the speed is that since the last line."""
        self.loss = loss if self.loss is None else 0.98 * self.loss + 0.02 * loss
        self.pairs += pairs
        step = self.fit.state.step
        if step % SHOWN == 0:
            speed = self.pairs / (time.monotonic() - self.begun)
            self.line("step", step=step, epoch=self.fit.state.epoch, loss=round(self.loss, 4), speed=round(speed, 1))
            self.pairs, self.begun = 0, time.monotonic()
        if step % SCORED == 0:
            self.line("scores", step=step, **self.scores())
