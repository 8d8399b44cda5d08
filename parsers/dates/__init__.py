"""Dates, times, periods and deadlines of Thai official letters: found in running text and put into values."""

from parsers.dates.counting import add_business_days, add_months, is_working_day, next_working_day
from parsers.dates.expression import Issue, TimeExpression
from parsers.dates.find import find_times

__all__ = [
    "Issue",
    "TimeExpression",
    "add_business_days",
    "add_months",
    "find_times",
    "is_working_day",
    "next_working_day",
]
