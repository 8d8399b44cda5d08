"""The text being read: its tokens, and the two days that relative wording counts from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from parsers.dates.tokens import Token

__all__ = ["LONGEST", "Reader"]

LONGEST = 31
"""How many days or years in a row are read as one expression: noise then costs no time."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A normalised text with its tokens. A grammar takes a place among them and gives the one behind."""

    text: str
    tokens: list[Token]
    letter_date: dt.date | None = None
    received: dt.date | None = None
    repeats: bool = False
    """Whether ทุก stands anywhere in the text; asked at every token, so looked for once."""

    def kind(self, i: int) -> str:
        """The kind of token i, "" behind the last."""
        return self.tokens[i].kind if i < len(self.tokens) else ""

    def follows(self, i: int, *kinds: str) -> bool:
        """Whether token i is one of these and only white space stands before it."""
        token = self.tokens[i] if i < len(self.tokens) else None
        return token is not None and token.kind in kinds and token.joined

    def mark(self, i: int, marks: str) -> bool:
        """Whether token i is joined punctuation, one of `marks`."""
        return self.follows(i, "MARK") and self.tokens[i].text in marks

    def apart(self, i: int) -> bool:
        """Whether token i is a number that one space keeps from the number before it."""
        token = self.tokens[i] if i < len(self.tokens) else None
        if token is None or token.kind != "DIGITS" or i == 0:
            return False
        return self.text[self.tokens[i - 1].end : token.start] == " "

    def skip(self, i: int, *kinds: str) -> int:
        """The place behind token i if it is one of these, else i."""
        return i + 1 if self.follows(i, *kinds) else i

    def number(self, i: int) -> int | None:
        """The value of token i where it is a joined number."""
        token = self.tokens[i] if i < len(self.tokens) else None
        if token is None or token.kind != "DIGITS" or not token.joined:
            return None
        return token.value if isinstance(token.value, int) else None

    def end(self, i: int) -> int:
        """Where the text of the tokens before i ends."""
        return self.tokens[i - 1].end
