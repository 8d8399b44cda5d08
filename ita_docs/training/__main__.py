"""Train the recogniser: `python -m ita_docs.training RUN --minutes 115 --seed 1`.

Starts the generator of lines as a second process, trains for the minutes given, goes on where it was stopped.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from pathlib import Path


def main() -> int:
    """Parse the options and train."""
    parser = argparse.ArgumentParser(prog="python -m ita_docs.training", description=__doc__)
    parser.add_argument("run", type=Path, help="folder of the run: checkpoint, log, shards")
    parser.add_argument("--minutes", type=float, default=115)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=2.5e-3)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument(
        "--from-weights", action="store_true", help="begin a new cycle from the weights in RUN"
    )
    options = parser.parse_args()
    shards = options.run / "shards"
    shards.mkdir(parents=True, exist_ok=True)
    done = sorted(shards.glob("*.npz")) + sorted((options.run / "used").glob("*.npz"))
    start = max((int(path.name[:6]) for path in done), default=-1) + 1
    command = ["nice", "-n", "5", sys.executable, "-m", "ita_docs.training.shards", str(shards)]
    generator = subprocess.Popen([*command, "--seed", str(options.seed), "--start", str(start)])
    try:
        _train(options, shards)
    finally:
        generator.terminate()
    return 0


def _train(options: argparse.Namespace, shards: Path) -> None:
    import torch

    from ita_docs.training.trainer import Plan, Trainer

    torch.set_num_threads(options.threads)
    trainer = Trainer(Plan(options.minutes, options.seed, options.rate), options.run, shards)
    trainer.resume(weights_only=options.from_weights)
    trainer.train()


if __name__ == "__main__":
    raise SystemExit(main())
