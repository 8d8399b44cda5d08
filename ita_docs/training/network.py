"""The network: convolutions that bring a line down to one row of features, a BiLSTM, and a CTC head."""

from __future__ import annotations

from typing import Any

import torch
from torch import nn

from ita_docs.recogniser.alphabet import CHARACTERS

__all__ = ["LineNetwork"]


def _layer(inputs: int, outputs: int, kernel: Any = 3, stride: int = 1, padding: Any = 1) -> nn.Sequential:
    return nn.Sequential(
        nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False),
        nn.BatchNorm2d(outputs),
        nn.ReLU(inplace=True),
    )


class LineNetwork(nn.Module):  # type: ignore[misc]
    """Pictures (n, 1, 48, w) of ink in, logits (n, w // 4, characters + 1) out; class 0 is the blank.

    Two strided convolutions come first, since full resolution costs most and tone marks survive one halving.
    """

    def __init__(self, widths: tuple[int, ...] = (32, 64, 80, 128, 192), hidden: int = 128) -> None:
        super().__init__()
        stem, low, middle, high, top = widths
        self.features = nn.Sequential(
            _layer(1, stem, 5, 2, 2),
            _layer(stem, low, 3, 2, 1),
            _layer(low, middle),
            _layer(middle, middle),
            nn.MaxPool2d((2, 1)),
            _layer(middle, high),
            nn.MaxPool2d((2, 1)),
            _layer(high, top, 3, 1, (0, 1)),
            nn.Dropout(0.1),
        )
        self.context = nn.LSTM(top, hidden, bidirectional=True, batch_first=True)
        self.head = nn.Linear(2 * hidden, len(CHARACTERS) + 1)

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """Logits of every step."""
        columns = self.features(pictures).squeeze(2).transpose(1, 2)
        context, _ = self.context(columns)
        logits: torch.Tensor = self.head(context)
        return logits
