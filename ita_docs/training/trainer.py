"""The training loop: batches by width, CTC, AdamW with one cycle over the time given, averaged weights."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from torch import nn

from ita_docs.recogniser.alphabet import BLANK, CHARACTERS
from ita_docs.recogniser.prepare import spread_ink
from ita_docs.training.network import LineNetwork
from ita_docs.training.shards import Shard, load_shard, waiting

__all__ = ["Plan", "Trainer"]

_CLASS = {character: index + 1 for index, character in enumerate(CHARACTERS)}


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast. `batch_pixels` is the width of all lines of a batch, padding included."""

    minutes: float
    seed: int = 1
    rate: float = 2.5e-3
    warm_up: float = 0.05
    batch_pixels: int = 9000
    averaging: float = 0.9985
    weight_decay: float = 1e-4


class Trainer:
    """Trains from the shards of a folder; every state is in `checkpoint.ckpt`, so a stopped run goes on."""

    def __init__(self, plan: Plan, run: Path, shards: Path) -> None:
        torch.manual_seed(plan.seed)
        self.plan, self.run, self.shards = plan, run, shards
        self.network = LineNetwork().to(memory_format=torch.channels_last)
        self.averaged = deepcopy(self.network)
        self.optimiser = torch.optim.AdamW(
            self.network.parameters(), plan.rate, weight_decay=plan.weight_decay
        )
        self.rng = Random(plan.seed)
        self.steps = self.lines = 0
        self.seconds = 0.0
        self.loss = 0.0
        run.mkdir(parents=True, exist_ok=True)

    @property
    def progress(self) -> float:
        """How much of the planned time is over, 0 to 1."""
        return min(1.0, self.seconds / (self.plan.minutes * 60))

    def train(self) -> None:
        """Train until the planned time is over; log and save every two minutes."""
        saved = time.monotonic()
        while self.progress < 1.0:
            for pictures, targets in batches(self._next_shard(), self.plan.batch_pixels, self.rng):
                started = time.monotonic()
                self._step(pictures, targets)
                self.seconds += time.monotonic() - started
                if time.monotonic() - saved > 120:
                    self.save()
                    saved = time.monotonic()
                if self.progress >= 1.0:
                    break
        self.save()

    def rate_now(self) -> float:
        """Learning rate: warm-up, then a cosine down to nothing."""
        done, warm = self.progress, self.plan.warm_up
        if done < warm:
            return self.plan.rate * max(0.02, done / warm)
        return self.plan.rate * (
            0.005 + 0.995 * 0.5 * (1 + float(np.cos(np.pi * (done - warm) / (1 - warm))))
        )

    def _step(self, pictures: npt.NDArray[np.float32], targets: list[list[int]]) -> None:
        for group in self.optimiser.param_groups:
            group["lr"] = self.rate_now()
        self.network.train()
        batch = torch.from_numpy(pictures).to(memory_format=torch.channels_last)
        with torch.autocast("cpu", torch.bfloat16):
            logits = self.network(batch)
        logs = logits.float().log_softmax(2).transpose(0, 1)
        steps = torch.full((len(targets),), logs.shape[0], dtype=torch.long)
        sizes = torch.tensor([len(target) for target in targets])
        flat = torch.tensor([index for target in targets for index in target])
        loss = nn.functional.ctc_loss(logs, flat, steps, sizes, blank=BLANK, zero_infinity=True)
        self.optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        self.optimiser.step()
        self._average()
        self.steps += 1
        self.lines += len(targets)
        self.loss = 0.99 * self.loss + 0.01 * float(loss.detach()) if self.steps > 1 else float(loss.detach())

    def _average(self) -> None:
        keep = min(self.plan.averaging, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for mean, now in zip(
                self.averaged.state_dict().values(), self.network.state_dict().values(), strict=True
            ):
                if mean.dtype.is_floating_point:
                    mean.lerp_(now, 1 - keep)
                else:
                    mean.copy_(now)

    def _next_shard(self) -> Shard:
        """The oldest waiting shard, moved to `used`; an old one again where none waits."""
        used = self.run / "used"
        used.mkdir(exist_ok=True)
        ready = waiting(self.shards)
        kept = waiting(used)
        if not ready and kept:
            return load_shard(self.rng.choice(kept))
        while not ready:
            time.sleep(1)
            ready = waiting(self.shards)
        for old in kept[:-40]:
            old.unlink()
        return load_shard(ready[0].rename(used / ready[0].name))

    def save(self) -> None:
        """Write the checkpoint (atomically) and a line of the log."""
        state = {
            "plan": asdict(self.plan),
            "network": self.network.state_dict(),
            "averaged": self.averaged.state_dict(),
            "optimiser": self.optimiser.state_dict(),
            "steps": self.steps,
            "lines": self.lines,
            "seconds": self.seconds,
            "loss": self.loss,
            "alphabet": CHARACTERS,
        }
        part = self.run / "checkpoint.part"
        torch.save(state, part)
        part.replace(self.run / "checkpoint.ckpt")
        line = {
            "seconds": round(self.seconds),
            "steps": self.steps,
            "lines": self.lines,
            "loss": round(self.loss, 4),
        }
        with (self.run / "log.jsonl").open("a", encoding="utf-8") as log:
            log.write(json.dumps(line | {"rate": self.rate_now(), "clock": round(time.time())}) + "\n")

    def resume(self, weights_only: bool = False) -> bool:
        """Take up the checkpoint of the run folder, if there is one; only its weights for a fine-tuning."""
        path = self.run / "checkpoint.ckpt"
        if not path.exists():
            return False
        state: dict[str, Any] = torch.load(path, map_location="cpu", weights_only=True)
        self.network.load_state_dict(state["averaged" if weights_only else "network"])
        self.averaged.load_state_dict(state["averaged"])
        if not weights_only:
            self.optimiser.load_state_dict(state["optimiser"])
            self.steps, self.lines = state["steps"], state["lines"]
            self.seconds, self.loss = state["seconds"], state["loss"]
        return True


def batches(
    shard: Shard, pixels: int, rng: Random
) -> Iterator[tuple[npt.NDArray[np.float32], list[list[int]]]]:
    """Batches of lines of like width: ink (n, 1, 48, w) float32 and class indices."""
    order = sorted(range(len(shard.texts)), key=lambda i: shard.pictures[i].shape[1] + rng.random() * 24)
    groups: list[list[int]] = []
    while order:
        count = max(1, pixels // _rounded(shard.pictures[order[-1]].shape[1] + 24))
        groups.append(order[-count:])
        del order[-count:]
    rng.shuffle(groups)
    for group in groups:
        wide = _rounded(max(shard.pictures[i].shape[1] for i in group))
        pictures = np.zeros((len(group), 1, 48, wide), np.float32)
        for row, index in enumerate(group):
            picture = shard.pictures[index]
            pictures[row, 0, :, : picture.shape[1]] = spread_ink(picture)
        yield pictures, [[_CLASS[c] for c in shard.texts[i]] for i in group]


def _rounded(width: int) -> int:
    """Few different widths: the CPU kernels keep memory for each shape that they have met."""
    return -(-width // 32) * 32
