"""What the parsers know of Thailand's offices and calendar: data files, loaded once and validated.

Each file in `parsers/data` is a CSV table with a `source` column. A row that breaks its table's rules
raises `KnowledgeError`, which names the file, the line and what to write instead.
"""

from parsers.knowledge.calendar_words import Month, Weekday, months, weekdays
from parsers.knowledge.codes import AgencyCode, agency_codes, agency_name, known_agency
from parsers.knowledge.confusion_pairs import Confusion, confusable, confusions
from parsers.knowledge.holiday_table import Holiday, holidays
from parsers.knowledge.law_words import LawWord, laws
from parsers.knowledge.province_table import Province, province_of_code, province_of_postcode, provinces
from parsers.knowledge.tables import KnowledgeError, load_table
from parsers.knowledge.time_cues import TimeCue, time_cues
from parsers.knowledge.unit_words import Unit, units

__all__ = [
    "AgencyCode",
    "Confusion",
    "Holiday",
    "KnowledgeError",
    "LawWord",
    "Month",
    "Province",
    "TimeCue",
    "Unit",
    "Weekday",
    "agency_codes",
    "agency_name",
    "confusable",
    "confusions",
    "holidays",
    "known_agency",
    "laws",
    "load_table",
    "months",
    "province_of_code",
    "province_of_postcode",
    "provinces",
    "time_cues",
    "units",
    "weekdays",
]
