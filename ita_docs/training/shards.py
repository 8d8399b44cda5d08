"""Samples on disk: a process of its own writes shards ahead of the trainer, which reads and removes them.

python -m ita_docs.training.shards FOLDER --seed 1 --ahead 60
"""

from __future__ import annotations

import argparse
import time
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt

from ita_docs.training.faces import FaceDraw, training_faces
from ita_docs.training.sample import random_sample

__all__ = ["Shard", "load_shard", "waiting", "write_shard"]

SIZE = 1024
_RAMP = 24


@dataclass(frozen=True, slots=True)
class Shard:
    """Lines of one shard: pictures (uint8, 48 high), texts, and typeface names."""

    pictures: list[npt.NDArray[np.uint8]]
    texts: list[str]
    faces: list[str]


def write_shard(folder: Path, index: int, seed: int, size: int = SIZE) -> Path:
    """Write shard `index` of the stream `seed`; the same two numbers give the same lines."""
    rng, faces = Random(f"{seed}/{index}"), FaceDraw.of(training_faces())
    strength = min(1.0, 0.3 + 0.7 * index / _RAMP)
    samples = [random_sample(rng, faces, strength) for _ in range(size)]
    part = folder / f"{index:06d}.part.npz"
    np.savez(
        part,
        pictures=np.hstack([sample.picture for sample in samples]),
        widths=np.array([sample.picture.shape[1] for sample in samples]),
        texts=np.array([sample.text for sample in samples]),
        faces=np.array([sample.face for sample in samples]),
    )
    return part.rename(folder / f"{index:06d}.npz")


def load_shard(path: Path) -> Shard:
    """Read a shard back."""
    with np.load(path) as data:
        ends = np.cumsum(data["widths"])[:-1]
        pictures = np.split(data["pictures"], ends, axis=1)
        return Shard(pictures, data["texts"].tolist(), data["faces"].tolist())


def waiting(folder: Path) -> list[Path]:
    """Finished shards in order."""
    return sorted(path for path in folder.glob("*.npz") if not path.name.endswith(".part.npz"))


def main() -> int:
    """Write shards for ever, never more than `--ahead` of them waiting."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--ahead", type=int, default=60)
    parser.add_argument("--start", type=int, default=0)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    index = options.start
    while True:
        if len(waiting(options.folder)) >= options.ahead:
            time.sleep(2)
            continue
        write_shard(options.folder, index, options.seed)
        index += 1


if __name__ == "__main__":
    raise SystemExit(main())
