"""Write the averaged weights of a run as ONNX with the alphabet beside them, checked against the network.

python -m ita_docs.training.export RUN [FOLDER]
"""

from __future__ import annotations

import json
import sys
import warnings
from pathlib import Path

import numpy as np
import torch

from ita_docs.recogniser import Recogniser
from ita_docs.recogniser.prepare import HEIGHT, STRIDE, prepare
from ita_docs.recogniser.runtime import WEIGHTS
from ita_docs.training.network import LineNetwork

__all__ = ["export"]

_CLOSE = 2e-3


def export(run: Path, folder: Path = WEIGHTS) -> None:
    """Write `line.onnx` and `alphabet.json` into `folder`. Raises `AssertionError` where they differ."""
    state = torch.load(run / "checkpoint.ckpt", map_location="cpu", weights_only=True)
    network = LineNetwork()
    network.load_state_dict(state["averaged"])
    network.eval()
    folder.mkdir(parents=True, exist_ok=True)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            network,
            (torch.zeros(1, 1, HEIGHT, 256),),
            str(folder / "line.onnx"),
            dynamo=False,
            input_names=["pictures"],
            output_names=["logits"],
            dynamic_axes={"pictures": {0: "lines", 3: "width"}, "logits": {0: "lines", 1: "steps"}},
        )
    facts = {
        "characters": state["alphabet"],
        "height": HEIGHT,
        "stride": STRIDE,
        "trust": [[0.0, 0.0], [1.0, 1.0]],
        "trained_lines": state["lines"],
        "trained_seconds": round(state["seconds"]),
    }
    (folder / "alphabet.json").write_text(json.dumps(facts, ensure_ascii=False, indent=1), encoding="utf-8")
    _check(network, folder)


def _check(network: LineNetwork, folder: Path) -> None:
    picture = np.random.default_rng(0).integers(0, 255, (HEIGHT, 320), dtype=np.uint8)
    recogniser = Recogniser.load(folder)
    with torch.no_grad():
        ours = network(torch.from_numpy(prepare(picture))[None, None]).numpy()[0]
    apart = float(np.abs(ours - recogniser.steps(picture)).max())
    if apart > _CLOSE:
        raise AssertionError(f"ONNX and network differ by {apart:.4f}")


if __name__ == "__main__":
    export(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else WEIGHTS)
