"""Our own reader of one line of Thai print: `Recogniser.load().read(lines)`."""

from ita_docs.recogniser.reading import LineReading
from ita_docs.recogniser.runtime import Recogniser, WeightsMissing

__all__ = ["LineReading", "Recogniser", "WeightsMissing"]
