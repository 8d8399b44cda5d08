"""Numbers (ที่) of letters, orders, memos and meetings: found in running text, read, and compared."""

from parsers.numbers.find import find_numbers, parse_number
from parsers.numbers.keys import number_key
from parsers.numbers.match import NumberKind, NumberMatch

__all__ = ["NumberKind", "NumberMatch", "find_numbers", "number_key", "parse_number"]
